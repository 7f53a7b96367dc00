package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.error.UnknownNameException;

/** What the command tells a script, one number per kind of failure; most are those of sysexits. */
final class ExitCode {
  static final int OK = 0;
  static final int USAGE = 2;
  static final int UNSUPPORTED = 3;
  static final int NO_SPEECH = 4;
  static final int PARTIAL = 5;
  static final int INVALID_INPUT = 65;
  static final int NO_INPUT = 66;
  static final int UNKNOWN_NAME = 67;
  static final int NOT_READY = 69;
  static final int INTERNAL = 70;
  static final int NO_OUTPUT = 73;
  static final int TRY_AGAIN = 75;
  static final int ENGINE = 76;
  static final int CANCELLED = 130;

  private ExitCode() {}

  static int of(AmbientGptException failure) {
    if (failure instanceof InvalidInputException) {
      return INVALID_INPUT;
    }
    if (failure instanceof UnknownNameException) {
      return UNKNOWN_NAME;
    }
    if (failure instanceof NotReadyException) {
      return NOT_READY;
    }
    if (failure instanceof CancelledException) {
      return CANCELLED;
    }
    return failure instanceof EngineException engine && engine.retriable() ? TRY_AGAIN : ENGINE;
  }
}
