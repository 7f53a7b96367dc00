package io.github.ambientgpt.bridge.generation;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An answer that is over.
 *
 * @param text all of it
 */
public record WholeAnswer(String text, Event.Finished finished) {
  /** Waits for the end. */
  public static Mono<WholeAnswer> of(Flux<Event> events) {
    return events.collect(Collected::new, Collected::add).map(Collected::whole);
  }

  /** Without the text: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "WholeAnswer[" + text.length() + " characters]";
  }

  private static final class Collected {
    private final StringBuilder text = new StringBuilder();
    private Event.Finished finished;

    void add(Event event) {
      if (event instanceof Event.Written written) {
        text.append(written.text());
      } else if (event instanceof Event.Finished end) {
        finished = end;
      }
    }

    WholeAnswer whole() {
      return new WholeAnswer(text.toString(), finished);
    }
  }
}
