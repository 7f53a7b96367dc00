package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes the clinician out of a sentence of the note that the clinician signs: "The clinic discussed
 * surgery" becomes "Discussed surgery", "the heart the clinician hears a murmur" "the heart, there
 * is a murmur". What the clinician does is told without a subject, as clinicians write.
 */
final class ClinicianVoice {
  /** Words that speak of the clinician, and what is written in their place, in their order. */
  private record Rewriting(Pattern said, String written) {}

  private static final List<Rewriting> REWRITINGS = new ArrayList<>();

  static {
    Table.read(
        ClinicianVoice.class,
        "clinician-voice.tsv",
        row ->
            REWRITINGS.add(
                new Rewriting(Pattern.compile(row.get(0)), row.size() > 1 ? row.get(1) : "")));
  }

  private static final Pattern CLINICIAN = Pattern.compile("(?i)\\bthe clinic(?:ian)?\\b");
  private static final Pattern FIRST_VERB = Pattern.compile("^[A-Z][a-z]+");

  private ClinicianVoice() {}

  /** Empty when nothing is left, or when the clinician cannot be taken out of it. */
  static String without(String sentence) {
    if (!CLINICIAN.matcher(sentence).find()) {
      return sentence;
    }
    String text = sentence;
    for (Rewriting rewriting : REWRITINGS) {
      text = rewriting.said.matcher(text).replaceAll(rewriting.written);
    }
    text = Prose.capitalized(text.replaceAll(" {2,}", " ").replaceAll("^[ ,]+|[ ,]+(?=\\.$)", ""));
    return CLINICIAN.matcher(text).find() || !FIRST_VERB.matcher(text).find() ? "" : text;
  }
}
