package io.github.ambientgpt.api.command;

/** A command did not do what it was asked for. Its message is for the one who asked. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;

  private CommandFailure(int code, String message) {
    super(message);
    this.code = code;
  }

  /** It was asked for in a way that it does not understand. */
  public static CommandFailure usage(String message) {
    return new CommandFailure(2, message);
  }

  /** It could not be done, or what it looked for is not so. */
  public static CommandFailure failed(String message) {
    return new CommandFailure(1, message);
  }

  /** What the process exits with. */
  public int code() {
    return code;
  }
}
