package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rewords a sentence as a clinician writes it: without what speech wraps it in, and without the
 * clinician, who signs the note: "The clinic discussed surgery" becomes "Discussed surgery", "the
 * heart the clinician hears a murmur" "the heart, there is a murmur".
 */
final class Rewording {
  /** Words of speech, and what is written in their place. */
  private record Rewriting(Pattern said, String written) {}

  private static final List<Rewriting> REWRITINGS = new ArrayList<>();

  static {
    Table.read(
        Rewording.class,
        "rewording.tsv",
        row ->
            REWRITINGS.add(
                new Rewriting(Pattern.compile(row.get(0)), row.size() > 1 ? row.get(1) : "")));
  }

  /** Stands in the table for a sentence that has no place in a note. */
  private static final String NOTHING = "-";

  private static final Pattern CLINICIAN = Pattern.compile("(?i)\\bthe clinic(?:ian)?\\b");
  private static final Pattern FIRST_VERB = Pattern.compile("^[A-Z][a-z]+");

  private Rewording() {}

  /** Empty when nothing is left, or when the clinician cannot be taken out of it. */
  static String of(String sentence) {
    String text = sentence;
    for (Rewriting rewriting : REWRITINGS) {
      Matcher said = rewriting.said.matcher(text);
      if (said.find()) {
        if (rewriting.written.equals(NOTHING)) {
          return "";
        }
        text = said.replaceAll(rewriting.written);
      }
    }
    if (text.equals(sentence)) {
      return CLINICIAN.matcher(text).find() ? "" : text;
    }
    text = Prose.capitalized(text.replaceAll(" {2,}", " ").replaceAll("^[ ,]+|[ ,]+(?=\\.$)", ""));
    return CLINICIAN.matcher(text).find() || !FIRST_VERB.matcher(text).find() ? "" : text;
  }
}
