package io.github.ambientgpt.core.languagemodel;

import java.util.Objects;
import java.util.Optional;

/**
 * One question to a language model.
 *
 * @param instructions what to do (the system's part)
 * @param content what to do it with (the user's part)
 * @param schema JSON Schema of the answer; empty when the answer is plain text
 * @since 0.1.0
 */
public record Prompt(String instructions, String content, Optional<String> schema) {
  public Prompt {
    Objects.requireNonNull(instructions, "instructions");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(schema, "schema");
  }

  /** Without the texts: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Prompt[" + (instructions.length() + content.length()) + " characters]";
  }
}
