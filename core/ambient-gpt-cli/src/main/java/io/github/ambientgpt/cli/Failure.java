package io.github.ambientgpt.cli;

/** A command cannot do its work, for a reason that only a command line has. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  /**
   * @param message for the person at the terminal
   */
  Failure(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  Failure(int exitCode, String message, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  /**
   * @param name what was listened to or read
   */
  static Failure noSpeech(String name) {
    return new Failure(
        ExitCode.NO_SPEECH,
        "No speech was recognised in '%s'. Check that it has sound; if it has, try another model."
            .formatted(name));
  }

  int exitCode() {
    return exitCode;
  }
}
