package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Codes that a user has the right to use, such as CPT or SNOMED CT, with their terms. Immutable,
 * for any thread.
 *
 * @since 0.1.0
 */
public final class CodeList {
  public static final CodeList NONE = new CodeList(Map.of());

  /** A file of terms is not larger; SNOMED CT has 360,000. */
  private static final int LARGEST = 100_000_000;

  private final Map<String, String> terms;

  private CodeList(Map<String, String> terms) {
    this.terms = Map.copyOf(terms);
  }

  /**
   * Lines of {@code code<TAB>term} in UTF-8; empty lines and those that begin with {@code #} are
   * skipped.
   *
   * @param in read to its end, not closed
   * @param name what to call the input in an error
   * @throws InvalidInputException when a line is none of these
   */
  public static CodeList read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new InvalidInputException(name + " is larger than 100 MB: give the codes you use.");
    }
    Map<String, String> terms = new HashMap<>();
    int number = 0;
    for (String line : text(bytes, name).split("\\R")) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\t");
      if (columns.length < 2 || columns[0].isBlank() || columns[1].isBlank()) {
        throw new InvalidInputException(
            "Line %d of %s is not a code, a tab and a term.".formatted(number, name));
      }
      terms.putIfAbsent(key(columns[0]), columns[1].strip());
    }
    if (terms.isEmpty()) {
      throw new InvalidInputException(name + " has no codes: a line is a code, a tab and a term.");
    }
    return new CodeList(terms);
  }

  private static String text(byte[] bytes, String name) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(name + " is not UTF-8 text: save it as UTF-8.", e);
    }
  }

  public boolean isEmpty() {
    return terms.isEmpty();
  }

  public Optional<String> term(String code) {
    return Optional.ofNullable(terms.get(key(code)));
  }

  private static String key(String code) {
    return code.strip().toUpperCase(Locale.ROOT);
  }
}
