package io.github.ambientgpt.core.prompt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds the JSON in what a language model answered.
 *
 * <p>Models think aloud before it, fence it, talk after it, and leave a comma too many or a bracket
 * too few. One bracket is put back where it plainly belongs; an answer that lacks more was cut off,
 * and reading half of it would lose the other half in silence.
 */
final class JsonAnswer {
  private static final JsonMapper LENIENT =
      JsonMapper.builder()
          .enable(
              JsonReadFeature.ALLOW_TRAILING_COMMA,
              JsonReadFeature.ALLOW_SINGLE_QUOTES,
              JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
              JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
              JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
              JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final Pattern THOUGHTS = Pattern.compile("(?s)<think>.*?</think>");
  private static final String FENCE = "```";

  private JsonAnswer() {}

  /** The first value in the answer that the reader takes. */
  static <T> T read(String answer, AnswerReader<T> reader) throws UnusableAnswerException {
    String text = THOUGHTS.matcher(answer).replaceAll("");
    UnusableAnswerException fault = new UnusableAnswerException("with something other than JSON");
    int from = next(text, 0);
    while (from >= 0) {
      int end = end(text, from);
      Optional<JsonNode> value = end < 0 ? mended(text, from) : parsed(text.substring(from, end));
      if (value.isPresent()) {
        try {
          return reader.read(value.get());
        } catch (UnusableAnswerException e) {
          fault = e;
        }
      } else if (end < 0) {
        throw new UnusableAnswerException("with JSON that is broken or cut off");
      }
      // what is nested in a value that failed is never taken for the whole
      from = end < 0 ? -1 : next(text, end);
    }
    throw fault;
  }

  private static int next(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  /** Index after the bracket that closes the one here; -1 when none does. */
  private static int end(String text, int from) {
    Brackets brackets = new Brackets(text, from);
    return brackets.missing == 0 ? brackets.end : -1;
  }

  private static Optional<JsonNode> mended(String text, int from) {
    Optional<JsonNode> value = closed(text.substring(from));
    int fence = text.indexOf(FENCE, from);
    return value.isPresent() || fence < 0 ? value : closed(text.substring(from, fence));
  }

  private static Optional<JsonNode> closed(String text) {
    Brackets brackets = new Brackets(text, 0);
    if (brackets.missing != 1) {
      return Optional.empty();
    }
    int at = brackets.gap;
    return parsed(text.substring(0, at) + brackets.lacking + text.substring(at));
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      JsonNode node = LENIENT.readTree(text);
      return node.isContainer() ? Optional.of(node) : Optional.empty();
    } catch (JacksonException e) { // its message quotes the answer: not kept
      return Optional.empty();
    }
  }

  /** The brackets from an opening one on, outside of strings. */
  private static final class Brackets {
    private int end = -1;
    private int missing;
    private int gap = -1;
    private char lacking;

    Brackets(String text, int from) {
      Deque<Character> open = new ArrayDeque<>();
      boolean quoted = false;
      for (int i = from; i < text.length() && end < 0; i++) {
        char c = text.charAt(i);
        if (quoted) {
          i += c == '\\' ? 1 : 0;
          quoted = c != '"';
        } else if (c == '"') {
          quoted = true;
        } else if (c == '{' || c == '[') {
          open.push(c == '{' ? '}' : ']');
        } else if (c == '}' || c == ']') {
          if (open.peek() != c) {
            lack(i, open.pop());
          }
          if (open.isEmpty() || open.pop() != c) {
            missing = Integer.MAX_VALUE;
            return;
          }
          end = open.isEmpty() ? i + 1 : -1;
        }
      }
      if (end < 0) {
        String before = text.strip();
        boolean goesOn = before.endsWith(",") || before.endsWith(":");
        if (quoted || goesOn || open.size() != 1 || open.peek() != '}') {
          missing = Integer.MAX_VALUE; // a list that just ends, may have been going on
        } else {
          lack(text.length(), open.pop());
        }
      }
    }

    private void lack(int at, char bracket) {
      missing++;
      gap = at;
      lacking = bracket;
    }
  }
}
