package io.github.ambientgpt.core.contract;

import org.junit.jupiter.api.Assumptions;

/**
 * Something outside that a test needs: a data set, a model, Docker.
 *
 * @since 0.1.0
 */
public final class Part {
  /** When this environment variable is {@code true}, as in CI, a missing part fails the test. */
  public static final String REQUIRED = "AMBIENT_GPT_PARTS_REQUIRED";

  private Part() {}

  /**
   * Skips the test when the part is missing, and fails it where all parts are required.
   *
   * @param what such as {@code ACI-BENCH's validation split}
   * @param howToGet a sentence
   */
  public static void require(String what, boolean present, String howToGet) {
    if (present) {
      return;
    }
    String message = what + " is missing. " + howToGet;
    if (Boolean.parseBoolean(System.getenv(REQUIRED))) {
      throw new AssertionError(message);
    }
    Assumptions.abort(message);
  }
}
