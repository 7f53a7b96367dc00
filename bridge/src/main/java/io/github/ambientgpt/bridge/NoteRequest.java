package io.github.ambientgpt.bridge;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * @param prompt the text to answer; empty when absent
 * @param model a client's name for it
 * @param systemPrompt in place of the bridge's own; empty when absent
 * @param json whether the answer is to be JSON; false when absent
 */
record NoteRequest(
    String prompt,
    String model,
    @JsonProperty("system_prompt") String systemPrompt,
    @JsonProperty("is_json_output") Boolean json) {
  private static final String MODEL = "gemma3-4b";
  private static final String SYSTEM =
      """
      You are a careful medical scribe. Write only what the text supports, in professional clinical \
      language, and leave out what was not said.""";

  NoteRequest {
    prompt = Objects.requireNonNullElse(prompt, "");
    model = Objects.requireNonNullElse(model, MODEL);
    json = Objects.requireNonNullElse(json, false);
    systemPrompt = systemPrompt == null || systemPrompt.isBlank() ? SYSTEM : systemPrompt;
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "NoteRequest[" + model + ", " + prompt.length() + " characters]";
  }
}
