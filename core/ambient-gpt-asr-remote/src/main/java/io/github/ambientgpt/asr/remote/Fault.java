package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.error.EngineException;
import java.time.Duration;

/** A server did not do what it was asked. */
final class Fault extends Exception {
  private static final long serialVersionUID = 1L;

  /** What can be done about it. */
  enum Kind {
    /** The same question may be answered in a moment. */
    AGAIN,
    /** The same question may be answered later, but not in a moment. */
    LATER,
    /** The same question will not be answered. */
    NEVER,
    /** The same question may be answered when it is put otherwise. */
    OTHERWISE
  }

  private final Kind kind;
  private final Duration pause;

  private Fault(Kind kind, String message, Duration pause, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.pause = pause;
  }

  /**
   * @param message a sentence with {@code %s} for the server's name
   * @param pause how long the server wants to be left alone
   */
  static Fault again(String message, Duration pause, Throwable cause) {
    return new Fault(Kind.AGAIN, message, pause, cause);
  }

  static Fault later(String message) {
    return new Fault(Kind.LATER, message, Duration.ZERO, null);
  }

  static Fault lasting(String message) {
    return new Fault(Kind.NEVER, message, Duration.ZERO, null);
  }

  static Fault misunderstood(String message) {
    return new Fault(Kind.OTHERWISE, message, Duration.ZERO, null);
  }

  Kind kind() {
    return kind;
  }

  Duration pause() {
    return pause;
  }

  EngineException named(Service service) {
    String sentence = getMessage().formatted(service.host());
    return kind == Kind.AGAIN || kind == Kind.LATER
        ? EngineException.passing(sentence, getCause())
        : EngineException.lasting(sentence, getCause());
  }
}
