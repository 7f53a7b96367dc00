package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names with the capitals that the transcript gives them ("Dr. Kim", "Zoloft", "IUD"): the reading
 * knows words in lower case alone. What also stands in lower case is no name. Immutable.
 */
final class WrittenNames {
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}]*(?:-[\\p{L}\\p{N}]+)*");

  /** After these a capital says nothing: a sentence begins. */
  private static final Pattern BEGINS = Pattern.compile("(?:^|[.?!:…\"“-])\\s*$");

  private static final Pattern TITLED = Pattern.compile("\\b(?:Dr|Mr|Mrs|Ms)\\.\\s*$");

  private final Map<String, String> names;

  private WrittenNames(Map<String, String> names) {
    this.names = Map.copyOf(names);
  }

  static WrittenNames of(Transcript transcript) {
    Map<String, String> names = new HashMap<>();
    Set<String> common = new HashSet<>();
    for (Utterance utterance : transcript.utterances()) {
      String text = utterance.text();
      spelled(text, names);
      boolean shouted = text.equals(text.toUpperCase(Locale.ROOT));
      Matcher word = WORD.matcher(text);
      while (word.find() && !shouted) {
        String before = text.substring(Math.max(0, word.start() - 6), word.start());
        String lower = word.group().toLowerCase(Locale.ROOT);
        if (word.group().equals(lower)) {
          common.add(lower);
        } else if (lower.length() > 1
            && (!BEGINS.matcher(before).find() || TITLED.matcher(before).find())) {
          names.putIfAbsent(lower, word.group());
        }
      }
    }
    names.keySet().removeAll(common);
    return new WrittenNames(names);
  }

  /** "C O P D" is COPD. */
  private static void spelled(String text, Map<String, String> names) {
    for (Token token : Tokenizer.tokens(text)) {
      String written = text.substring(token.begin(), token.end());
      if (written.replace(" ", "").equals(token.text().toUpperCase(Locale.ROOT))
          && written.indexOf(' ') > 0) {
        names.putIfAbsent(token.text(), written.replace(" ", ""));
      }
    }
  }

  /** The text with its names as they are written. */
  String in(String text) {
    return WORD.matcher(text)
        .replaceAll(
            found -> {
              String name = names.get(found.group().toLowerCase(Locale.ROOT));
              return Matcher.quoteReplacement(name == null ? found.group() : name);
            });
  }
}
