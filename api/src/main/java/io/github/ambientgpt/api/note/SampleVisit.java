package io.github.ambientgpt.api.note;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A made-up visit, to look at and to try templates on. */
final class SampleVisit {
  private SampleVisit() {}

  /** What was said, a turn a line. */
  static String text() {
    try (InputStream in = SampleVisit.class.getResourceAsStream("sample-visit.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
