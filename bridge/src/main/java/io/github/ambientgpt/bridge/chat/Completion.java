package io.github.ambientgpt.bridge.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.bridge.generation.Ending;
import io.github.ambientgpt.bridge.generation.Usage;
import io.github.ambientgpt.bridge.generation.WholeAnswer;
import java.util.List;

/** An answer as OpenAI's clients know it. */
record Completion(
    String id,
    String object,
    long created,
    String model,
    List<Choice> choices,
    @JsonInclude(JsonInclude.Include.NON_NULL) Tokens usage) {
  /**
   * @param message of a whole answer, else {@code null}
   * @param delta of a piece of one, else {@code null}
   * @param finishReason {@code null} before the end
   */
  record Choice(
      int index,
      @JsonInclude(JsonInclude.Include.NON_NULL) Said message,
      @JsonInclude(JsonInclude.Include.NON_NULL) Said delta,
      Object logprobs,
      @JsonProperty("finish_reason") String finishReason) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Said(String role, String content) {
    /** Without the text: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Said[" + role + "]";
    }
  }

  record Tokens(
      @JsonProperty("prompt_tokens") int prompt,
      @JsonProperty("completion_tokens") int completion,
      @JsonProperty("total_tokens") int total) {
    static Tokens of(Usage usage) {
      return new Tokens(
          usage.promptTokens(),
          usage.completionTokens(),
          usage.promptTokens() + usage.completionTokens());
    }
  }

  static Completion whole(String id, long created, String model, WholeAnswer answer) {
    return new Completion(
        id,
        "chat.completion",
        created,
        model,
        List.of(
            new Choice(
                0,
                new Said("assistant", answer.text()),
                null,
                null,
                reason(answer.finished().ending()))),
        Tokens.of(answer.finished().usage()));
  }

  static Completion piece(String id, long created, String model, String text) {
    return chunk(id, created, model, new Said("assistant", text), null);
  }

  static Completion end(String id, long created, String model, Ending ending) {
    return chunk(id, created, model, new Said(null, null), reason(ending));
  }

  static Completion usage(String id, long created, String model, Usage usage) {
    return new Completion(id, "chat.completion.chunk", created, model, List.of(), Tokens.of(usage));
  }

  private static Completion chunk(
      String id, long created, String model, Said delta, String reason) {
    return new Completion(
        id,
        "chat.completion.chunk",
        created,
        model,
        List.of(new Choice(0, null, delta, null, reason)),
        null);
  }

  private static String reason(Ending ending) {
    return ending == Ending.LENGTH ? "length" : "stop";
  }
}
