package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.StringWriter;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes JSON, and says where it is broken without quoting it.
 *
 * @since 0.1.0
 */
public final class Json {
  private Json() {}

  /** Whether a text is meant as JSON; {@code [doctor] …} is not. */
  static boolean looksLike(String text) {
    String start = text.stripLeading();
    return start.startsWith("{")
        || start.startsWith("[") && start.substring(1).stripLeading().startsWith("{");
  }

  static JsonNode read(String text, String name) {
    try {
      return Reader.MAPPER.readTree(text);
    } catch (JacksonException e) { // its message quotes what it read: not kept as a cause
      TokenStreamLocation at = e.getLocation();
      throw new InvalidInputException(
          "%s is broken JSON at line %d, column %d: export it again, or correct it there."
              .formatted(name, at == null ? 1 : at.getLineNr(), at == null ? 1 : at.getColumnNr()));
    }
  }

  /** Writes indented JSON that ends with a line feed. */
  public static String write(Consumer<JsonGenerator> content) {
    StringWriter out = new StringWriter();
    try (JsonGenerator json = Writer.FACTORY.createGenerator(Writer.INDENTED, out)) {
      content.accept(json);
    }
    return out.append('\n').toString();
  }

  /** Loaded only when something is read: a start costs time. */
  private static final class Reader {
    static final JsonMapper MAPPER = JsonMapper.shared();
  }

  /** The streaming half of Jackson: it starts faster than a mapper. */
  private static final class Writer {
    static final JsonFactory FACTORY = new JsonFactory();
    static final ObjectWriteContext INDENTED =
        new ObjectWriteContext.Base() {
          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }

          @Override
          public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter()
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
          }
        };
  }
}
