package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.error.EngineException;
import java.time.Duration;

/**
 * A server gave no whole answer. The message names the server and says what to do; it never quotes
 * what the server said, which may repeat the question.
 */
final class ServerFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the caller should do. */
  enum Kind {
    /** Give up: the same question will fail again. */
    LASTING,
    /** Give up for now. */
    PASSING,
    /** Ask again in a moment. */
    AGAIN,
    /** Give up: the question has no room. */
    TOO_LONG,
    /** Give up, and say which models there are. */
    UNKNOWN_MODEL,
    /** Give up, or ask by another route: the server has nothing at this address. */
    NO_ROUTE,
    /** Ask again without the field of the request that is named, if it can be left out. */
    REFUSED
  }

  private final Kind kind;
  private final Duration wait;
  private final String about;

  private ServerFault(Kind kind, String message, Throwable cause, Duration wait, String about) {
    super(message, cause);
    this.kind = kind;
    this.wait = wait;
    this.about = about;
  }

  static ServerFault lasting(String message) {
    return new ServerFault(Kind.LASTING, message, null, Duration.ZERO, "");
  }

  static ServerFault passing(String message, Throwable cause) {
    return new ServerFault(Kind.PASSING, message, cause, Duration.ZERO, "");
  }

  /**
   * @param cause must hold nothing of question or answer
   */
  static ServerFault again(String message, Throwable cause) {
    return new ServerFault(Kind.AGAIN, message, cause, Duration.ZERO, "");
  }

  /** As {@link #again(String, Throwable)}, but not before that time has gone by. */
  static ServerFault againAfter(String message, Duration wait) {
    return new ServerFault(Kind.AGAIN, message, null, wait, "");
  }

  static ServerFault tooLong(String message) {
    return new ServerFault(Kind.TOO_LONG, message, null, Duration.ZERO, "");
  }

  static ServerFault unknownModel(String message) {
    return new ServerFault(Kind.UNKNOWN_MODEL, message, null, Duration.ZERO, "");
  }

  static ServerFault noRoute(String message) {
    return new ServerFault(Kind.NO_ROUTE, message, null, Duration.ZERO, "");
  }

  /**
   * @param about what the server said, in lower case; looked into, never shown
   */
  static ServerFault refused(String message, String about) {
    return new ServerFault(Kind.REFUSED, message, null, Duration.ZERO, about);
  }

  Kind kind() {
    return kind;
  }

  /** How long the server asked to be left alone; zero when it did not. */
  Duration waiting() {
    return wait;
  }

  /** What was refused, in the server's words. */
  String about() {
    return about;
  }

  /**
   * @param more another sentence, or empty
   */
  EngineException exception(String more) {
    String message = more.isEmpty() ? getMessage() : getMessage() + " " + more;
    return kind == Kind.PASSING || kind == Kind.AGAIN
        ? EngineException.passing(message, getCause())
        : EngineException.lasting(message, getCause());
  }
}
