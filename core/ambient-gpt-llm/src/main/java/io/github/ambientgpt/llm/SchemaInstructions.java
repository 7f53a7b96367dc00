package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.languagemodel.Prompt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for JSON in words, where a server cannot be bound to a schema. */
final class SchemaInstructions {
  private static final String TEXT = read("schema.md");

  private SchemaInstructions() {}

  /** The same question with its schema, if it has one, among the instructions. */
  static Prompt in(Prompt prompt) {
    if (prompt.schema().isEmpty()) {
      return prompt;
    }
    String instructions =
        TEXT.replace("{schema}", prompt.schema().get())
            .replace("{instructions}", prompt.instructions());
    return new Prompt(instructions.strip(), prompt.content(), Optional.empty());
  }

  private static String read(String name) {
    try (InputStream stream = SchemaInstructions.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
