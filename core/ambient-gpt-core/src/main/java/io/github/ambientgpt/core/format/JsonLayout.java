package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.transcript.Transcript;

/** One program's way of writing a transcript as JSON. Thread-safe. */
interface JsonLayout {
  boolean holds(Fields root);

  /**
   * @throws io.github.ambientgpt.core.error.InvalidInputException naming the field that is wrong
   */
  Transcript read(Fields root);
}
