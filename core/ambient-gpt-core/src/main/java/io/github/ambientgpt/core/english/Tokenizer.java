package io.github.ambientgpt.core.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts text into tokens. Reads text as people type it ("don't", "98.6", "120/80"), as corpora hold
 * it ("do n't", "gon na") and as recognizers spell it ("C O P D").
 *
 * @since 0.1.0
 */
public final class Tokenizer {
  private static final Pattern TOKEN =
      Pattern.compile(
          "(?<clitic>['’](?:s|m|re|ve|ll|d)\\b|n['’]t\\b)"
              // "C O P D", but not "at eight A M" nor "the vitamin D I take"
              + "|(?<spelled>(?<![\\p{L}\\p{N}'’-])(?!(?:[AP] M|[^G] I)\\b(?! \\p{Lu}\\b))"
              + "\\p{Lu}(?: \\p{Lu})+(?![\\p{L}\\p{N}'’]))"
              + "|(?<number>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[./]\\d+)*(?:-\\p{L}+)*(?:st|nd|rd|th|s)?\\b|\\d+)"
              + "|(?<word>°\\s?[CFcf]\\b|[ap]\\.m\\b\\.?|\\p{L}[\\p{L}\\p{M}\\p{N}]*(?:['’/&-][\\p{L}\\p{N}]+)*-?)"
              + "|(?<mark>\\.{2,}|…|[.?!,;:%+()\"–—-])");

  /** Halves of a contraction, as corpora part them, and the words they stand for. */
  private static final Map<String, Map<String, String>> PARTED = parted();

  private static final Map<String, String> SLURRED = slurred();

  private static final Set<String> CLITIC_HOSTS_NOT = Set.of(",", ".", "?", "!");

  private Tokenizer() {}

  private static Map<String, String> slurred() {
    Map<String, String> slurred = new HashMap<>();
    Table.read(
        Tokenizer.class,
        "slurred.tsv",
        row -> {
          if (row.get(0).indexOf(' ') < 0) {
            slurred.put(row.get(0), row.get(1));
          }
        });
    return Map.copyOf(slurred);
  }

  /** By the second half, then by the first. */
  private static Map<String, Map<String, String>> parted() {
    Map<String, Map<String, String>> parted = new HashMap<>();
    Table.read(
        Tokenizer.class,
        "slurred.tsv",
        row -> {
          int space = row.get(0).indexOf(' ');
          if (space > 0) {
            parted
                .computeIfAbsent(row.get(0).substring(space + 1), half -> new HashMap<>())
                .put(row.get(0).substring(0, space), row.get(1));
          }
        });
    return Map.copyOf(parted);
  }

  public static List<Token> tokens(String source) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(source);
    while (matcher.find()) {
      String written =
          matcher.group("spelled") == null ? matcher.group() : matcher.group().replace(" ", "");
      String text = written.toLowerCase(Locale.ROOT).replace('’', '\'');
      Token last = tokens.isEmpty() ? null : tokens.get(tokens.size() - 1);
      if (matcher.group("clitic") != null
          && last != null
          && last.isWord()
          && !CLITIC_HOSTS_NOT.contains(last.text())) {
        Token clitic = new Token(text, Token.Type.WORD, matcher.start(), matcher.end());
        tokens.set(tokens.size() - 1, last.to(clitic, last.text() + text));
        continue;
      }
      Token.Type type =
          matcher.group("mark") != null
              ? Token.Type.PUNCTUATION
              : matcher.group("number") != null ? Token.Type.NUMBER : Token.Type.WORD;
      Token token = new Token(text, type, matcher.start(), matcher.end());
      String whole = last == null ? null : PARTED.getOrDefault(text, Map.of()).get(last.text());
      if (whole != null) {
        tokens.remove(tokens.size() - 1);
        addAll(tokens, last.to(token, whole));
      } else if (Numbers.isHyphenated(text)) {
        addParts(tokens, token);
      } else if (SLURRED.containsKey(text)) {
        addAll(tokens, token.as(SLURRED.get(text)));
      } else {
        tokens.add(token);
      }
    }
    return tokens;
  }

  /** "twenty-four" is two words, as "twenty four" is. */
  private static void addParts(List<Token> tokens, Token number) {
    int begin = number.begin();
    for (String part : number.text().split("-")) {
      tokens.add(new Token(part, number.type(), begin, begin + part.length()));
      begin += part.length() + 1;
    }
  }

  /** "going to" becomes two tokens that share their place. */
  private static void addAll(List<Token> tokens, Token phrase) {
    for (String part : phrase.text().split(" ")) {
      tokens.add(phrase.as(part));
    }
  }
}
