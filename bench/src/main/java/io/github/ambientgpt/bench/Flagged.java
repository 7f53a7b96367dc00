package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.note.Support;

/** What the checker asks the clinician to look at. */
final class Flagged {
  private Flagged() {}

  static boolean is(Support support) {
    return support == Support.UNSUPPORTED || support == Support.UNCERTAIN;
  }
}
