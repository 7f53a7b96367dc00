package io.github.ambientgpt.llm;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingRegistry;
import com.knuddels.jtokkit.api.EncodingType;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Counts tokens as OpenAI's own models do. A vocabulary is megabytes and is read when it is first
 * needed. Thread-safe.
 */
final class OpenAiTokens implements ToIntFunction<String> {
  private static final EncodingRegistry REGISTRY = Encodings.newLazyEncodingRegistry();

  private final EncodingType type;

  private OpenAiTokens(EncodingType type) {
    this.type = type;
  }

  /** Empty when this is none of OpenAI's models: then nobody here knows how it counts. */
  static Optional<ToIntFunction<String>> of(String model) {
    if (model.matches("(chatgpt-|gpt-)?(4o|4\\.\\d|[5-9]).*|o[1-9]\\b.*")) {
      return Optional.of(new OpenAiTokens(EncodingType.O200K_BASE));
    }
    if (model.matches("gpt-(4|3\\.?5)\\b.*")) { // Azure leaves the dot out
      return Optional.of(new OpenAiTokens(EncodingType.CL100K_BASE));
    }
    return Optional.empty();
  }

  @Override
  public int applyAsInt(String text) {
    Encoding encoding = REGISTRY.getEncoding(type);
    return encoding.countTokensOrdinary(text);
  }
}
