package io.github.ambientgpt.core.speaker;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much an utterance sounds like a clinician, from its wording alone.
 *
 * @since 0.1.0
 */
public final class ClinicianLikelihood {
  private static final Map<String, Double> CUES =
      Map.ofEntries(
          Map.entry("you", 0.6),
          Map.entry("your", 0.8),
          Map.entry("you're", 0.6),
          Map.entry("you've", 0.6),
          Map.entry("let's", 0.8),
          Map.entry("we'll", 0.6),
          Map.entry("prescribe", 1.5),
          Map.entry("order", 0.8),
          Map.entry("exam", 1.0),
          Map.entry("examination", 1.0),
          Map.entry("milligrams", 0.4),
          Map.entry("recommend", 1.0),
          Map.entry("dragon", 1.5),
          Map.entry("patient", 1.0),
          Map.entry("tenderness", 1.0),
          Map.entry("palpation", 1.5),
          Map.entry("any", 0.3),
          Map.entry("i", -0.3),
          Map.entry("i'm", -0.2),
          Map.entry("i've", -0.8),
          Map.entry("my", -0.8),
          Map.entry("me", -0.5),
          Map.entry("mine", -0.5),
          Map.entry("doctor", -0.8),
          Map.entry("doc", -1.5));

  private static final Set<String> INTENDING = Set.of("want", "would", "think", "do", "will");

  private static final Set<String> ASKING =
      Set.of(
          "do", "does", "did", "are", "is", "have", "has", "any", "how", "what", "when", "where",
          "which", "can");

  private static final Set<String> ANSWERING =
      Set.of("yes", "no", "yeah", "nope", "yep", "mm-hmm", "correct");

  private ClinicianLikelihood() {}

  /** Above 0 for a clinician, below 0 for a patient; -4 to 4. */
  public static double clinicianScore(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    double score = 0;
    boolean intends = false;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      String next = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
      boolean filler = token.is("you") && next.equals("know");
      boolean intention =
          token.is("i") && INTENDING.contains(next) || token.is("i'm") && next.equals("going");
      score += filler || intention ? 0 : CUES.getOrDefault(token.text(), 0.0);
      intends |= intention;
    }
    if (intends && score > 0) { // "I want to see you back"
      score += 0.6;
    }
    String first = tokens.stream().filter(Token::isWord).map(Token::text).findFirst().orElse("");
    if (text.indexOf('?') >= 0 || ASKING.contains(first)) {
      score += 1.2;
    }
    if (ANSWERING.contains(first)) {
      score -= 0.8;
    }
    return Math.max(-4, Math.min(4, score));
  }
}
