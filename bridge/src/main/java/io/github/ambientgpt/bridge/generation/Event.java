package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.queue.Place;

/** What happens on the way to an answer. */
public sealed interface Event {
  /** It waits, and this is where. */
  record Queued(Place place) implements Event {}

  /** So much more has been written. */
  record Written(String text) implements Event {
    /** Without the text: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Written[" + text.length() + " characters]";
    }
  }

  /** Nothing more comes. */
  record Finished(Ending ending, Usage usage, Timing timing) implements Event {}
}
