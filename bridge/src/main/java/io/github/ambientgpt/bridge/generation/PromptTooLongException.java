package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.problem.BridgeException;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** The prompt does not fit, and is not cut. A shorter one, or another model, helps. */
public final class PromptTooLongException extends BridgeException {
  private static final long serialVersionUID = 1L;

  private final long tokens;
  private final int room;

  /**
   * @param tokens about how many there are
   * @param room how many there may be, the answer included
   */
  PromptTooLongException(long tokens, int room) {
    super(
        HttpStatus.CONTENT_TOO_LARGE,
        "prompt-too-long",
        "The prompt has about %d tokens and there is room for %d, the answer included (the model's context length, or BRIDGE_CONTEXT); it is not cut: shorten it, or take a model with a longer context."
            .formatted(tokens, room),
        null);
    this.tokens = tokens;
    this.room = room;
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("promptTokens", tokens, "contextTokens", room);
  }
}
