package io.github.ambientgpt.api.openai;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What OpenAI's clients are told when something fails; the message holds no clinical text. */
final class OpenAiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient @Nullable String parameter;

  private OpenAiException(int status, @Nullable String parameter, String message) {
    super(Objects.requireNonNull(message, "message"));
    this.status = status;
    this.parameter = parameter;
  }

  static OpenAiException invalid(@Nullable String parameter, String message) {
    return new OpenAiException(400, parameter, message);
  }

  static OpenAiException of(int status, String message) {
    return new OpenAiException(status, null, message);
  }

  int status() {
    return status;
  }

  /** The part of the form that is wrong; null when it is none. */
  @Nullable String parameter() {
    return parameter;
  }
}
