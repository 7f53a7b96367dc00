package io.github.ambientgpt.bridge.ollama;

import io.github.ambientgpt.bridge.problem.BridgeException;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalInt;
import org.springframework.http.HttpStatus;

/**
 * Ollama gave no answer. Nothing that it says is quoted, since it may repeat what it was sent.
 * {@link Kind#again} tells whether another try could help and can do no harm.
 */
public final class OllamaException extends BridgeException {
  private static final long serialVersionUID = 1L;

  private static final Duration SOON = Duration.ofSeconds(5);

  /** What is wrong. */
  public enum Kind {
    /** Nobody listens there: nothing has been sent. */
    UNREACHABLE(HttpStatus.SERVICE_UNAVAILABLE, true),
    /** It turned the question away unread. */
    BUSY(HttpStatus.SERVICE_UNAVAILABLE, true),
    MODEL_MISSING(HttpStatus.NOT_FOUND, false),
    PROMPT_TOO_LONG(HttpStatus.CONTENT_TOO_LARGE, false),
    /** It does not take the question. */
    REFUSED(HttpStatus.BAD_GATEWAY, false),
    NO_MEMORY(HttpStatus.BAD_GATEWAY, false),
    FAILED(HttpStatus.BAD_GATEWAY, false),
    /** The connection broke, or what came is not what Ollama sends. */
    BROKEN(HttpStatus.BAD_GATEWAY, false),
    LATE(HttpStatus.GATEWAY_TIMEOUT, false);

    private final HttpStatus status;
    private final boolean again;

    Kind(HttpStatus status, boolean again) {
      this.status = status;
      this.again = again;
    }

    /** Whether the same question may be put again: Ollama has not begun to work on it. */
    public boolean again() {
      return again;
    }

    /** Such as {@code ollama-unreachable}. */
    String type() {
      return switch (this) {
        case MODEL_MISSING -> "model-missing";
        case PROMPT_TOO_LONG -> "prompt-too-long";
        case LATE -> "deadline";
        default -> "ollama-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
      };
    }
  }

  private final Kind kind;
  private final int upstreamStatus;

  private OllamaException(Kind kind, int upstreamStatus, String message) {
    super(kind.status, kind.type(), message, kind.again ? SOON : null);
    this.kind = kind;
    this.upstreamStatus = upstreamStatus;
  }

  public static OllamaException of(Kind kind, String message) {
    return new OllamaException(kind, 0, message);
  }

  /** What an HTTP status means, and what is said with it, which is looked at and not kept. */
  static OllamaException status(int status, String model, String said) {
    Kind kind = kind(status, said);
    String message =
        switch (kind) {
          case MODEL_MISSING -> missing(model);
          case PROMPT_TOO_LONG ->
              "The prompt is longer than the model can read, and it is not cut: shorten it, or take a model with a longer context.";
          case NO_MEMORY ->
              "Ollama has too little memory for this model: take a smaller one, or lower BRIDGE_CONTEXT.";
          case BUSY ->
              "Ollama takes no more questions now: try again later, or lower BRIDGE_SLOTS.";
          case REFUSED ->
              "Ollama does not take the question (status %d): see whether the model can do what is asked of it."
                  .formatted(status);
          default -> "Ollama has failed (status %d): its own log says why.".formatted(status);
        };
    return new OllamaException(kind, status, message);
  }

  private static String missing(String model) {
    return model.isEmpty()
        ? "Ollama has no such model: GET /api/v1/models lists those that it has."
        : "Ollama has no model '%s': GET /api/v1/models lists those that it has, POST there pulls one."
            .formatted(model);
  }

  private static Kind kind(int status, String said) {
    if (said.contains("context length") || said.contains("context window")) {
      return Kind.PROMPT_TOO_LONG;
    }
    if (said.contains("system memory") || said.contains("out of memory")) {
      return Kind.NO_MEMORY;
    }
    if (status == 404 || said.contains("model") && said.contains("not found")) {
      return Kind.MODEL_MISSING;
    }
    if (status == 503 || status == 429) {
      return Kind.BUSY;
    }
    return status / 100 == 4 ? Kind.REFUSED : Kind.FAILED;
  }

  public Kind kind() {
    return kind;
  }

  /** Ollama's HTTP status when it was not 200. */
  public OptionalInt upstreamStatus() {
    return upstreamStatus == 0 ? OptionalInt.empty() : OptionalInt.of(upstreamStatus);
  }
}
