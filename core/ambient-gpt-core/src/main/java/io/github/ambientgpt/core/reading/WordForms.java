package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings words to one form: without endings, and one word for those that mean the same.
 *
 * @since 0.1.0
 */
public final class WordForms {
  private static final Map<String, String> SAME = new HashMap<>();

  static {
    Table.read(
        WordForms.class,
        "same-words.tsv",
        row -> Table.alternatives(row.get(1)).forEach(word -> SAME.put(word, row.get(0))));
  }

  private static final int SHORTEST_STEM = 4;

  /** Longer ones first. */
  private static final List<String> ENDINGS =
      List.of(
          "ization", "ations", "ation", "ition", "ement", "ments", "ment", "ness", "ically",
          "ially", "ally", "ical", "ial", "ing", "edly", "ed", "ively", "ive", "ions", "ion",
          "able", "ible", "ous", "ity", "al", "ly", "er", "or", "e", "y", "s");

  private WordForms() {}

  /** "Good" and "fine" say of an examination that it was normal. */
  public static boolean isNormal(String word) {
    return "normal".equals(SAME.get(word));
  }

  public static String base(String word) {
    String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    String same = SAME.get(plain);
    if (same != null) {
      return same;
    }
    String base = uninflected(plain);
    return SAME.getOrDefault(base, base);
  }

  private static String uninflected(String word) {
    var verb = Vocabulary.english().verbs().byForm(word);
    if (verb.isPresent()) {
      return verb.get().base();
    }
    int length = word.length();
    if (length > 4 && word.endsWith("ies")) {
      return word.substring(0, length - 3) + "y";
    }
    if (length > 3
        && word.endsWith("s")
        && !word.endsWith("ss")
        && !word.endsWith("us")
        && !word.endsWith("is")) {
      return word.substring(0, length - 1);
    }
    if (length > 5 && word.endsWith("ly")) {
      return word.substring(0, length - 2);
    }
    return word;
  }

  /** What related words have in common: "numb" and "numbness", "improve" and "improvement". */
  public static String stem(String word) {
    String stem = base(word);
    boolean cut = true;
    while (cut) {
      cut = false;
      for (String ending : ENDINGS) {
        if (stem.endsWith(ending) && stem.length() - ending.length() >= SHORTEST_STEM) {
          stem = stem.substring(0, stem.length() - ending.length());
          cut = true;
          break;
        }
      }
    }
    return stem;
  }

  /** Whether a word denies by itself: "no", "denies". */
  public static boolean isNegator(String word) {
    return Cues.isNegator(word);
  }

  static boolean isVerb(String word) {
    return Vocabulary.english().verbs().byForm(word).isPresent();
  }

  /** One name for a relative, whatever the family calls her: mom, mum and mother. */
  static String kin(String word) {
    return SAME.getOrDefault(word, word);
  }
}
