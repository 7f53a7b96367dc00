package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Unit;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The clinical facts that a text names, by sort and each once. */
record Facts(Map<Sort, Set<String>> bySort) {
  /** A sort of fact. */
  enum Sort {
    /** A number with its unit, in the unit's base; a blood pressure, a percentage. */
    QUANTITY,
    DRUG,
    /** A symptom, finding or condition that is there. */
    FINDING,
    /** One that is said not to be there. */
    NEGATION
  }

  private static final Set<ConceptKind> FINDINGS =
      EnumSet.of(ConceptKind.SYMPTOM, ConceptKind.FINDING, ConceptKind.CONDITION);
  private static final Vocabulary VOCABULARY = Vocabulary.english();
  private static final Pattern RATIO = Pattern.compile("\\d{2,3}/\\d{2,3}");

  /** A negation's scope: ConText's idea, in short. */
  private static final Pattern NEGATES =
      Pattern.compile("no|not|non|denies|denied|denying|without|never|negative|absent|\\w+n't");

  private static final Set<String> ENDS = Set.of(".", ";", "?", "!", "but", "however", "except");
  private static final int SCOPE = 20;

  static Facts of(String text) {
    Map<Sort, Set<String>> facts = new EnumMap<>(Sort.class);
    for (Sort sort : Sort.values()) {
      facts.put(sort, new HashSet<>());
    }
    // A line is a sentence, whether or not it has a full stop.
    text.lines().forEach(line -> read(line, facts));
    return new Facts(facts);
  }

  /** A symptom, a finding or a condition. */
  static boolean isFinding(Concept concept) {
    return FINDINGS.contains(concept.kind());
  }

  Set<String> of(Sort sort) {
    return bySort.get(sort);
  }

  private static void read(String line, Map<Sort, Set<String>> facts) {
    List<Token> tokens = Tokenizer.tokens(line);
    for (Mention mention : VOCABULARY.mentions(line)) {
      Concept concept = mention.concept();
      if (concept.kind() == ConceptKind.DRUG) {
        facts.get(Sort.DRUG).add(concept.name());
      } else if (isFinding(concept)) {
        boolean negated = isNegated(tokens, mention.beginChar());
        facts.get(negated ? Sort.NEGATION : Sort.FINDING).add(concept.name());
      }
    }
    quantities(line, tokens, facts.get(Sort.QUANTITY));
  }

  private static boolean isNegated(List<Token> tokens, int at) {
    int words = 0;
    for (int i = tokens.size() - 1; i >= 0 && words <= SCOPE; i--) {
      Token token = tokens.get(i);
      if (token.begin() >= at) {
        continue;
      }
      if (ENDS.contains(token.text())) {
        return false;
      }
      if (NEGATES.matcher(token.text()).matches()) {
        return true;
      }
      words++;
    }
    return false;
  }

  private static void quantities(String line, List<Token> tokens, Set<String> found) {
    List<Match<Unit>> units = VOCABULARY.units().find(line);
    for (int i = 0; i < tokens.size(); i++) {
      if (RATIO.matcher(tokens.get(i).text()).matches()) {
        found.add(tokens.get(i).text());
        continue;
      }
      Numbers.Spoken number = Numbers.at(tokens, i).orElse(null);
      if (number == null) {
        continue;
      }
      int end = tokens.get(number.to() - 1).end();
      for (Match<Unit> unit : units) {
        // "50 mg", "50mg" and "99%", but not "50 and 3 mg"
        if (unit.beginChar() >= end && line.substring(end, unit.beginChar()).isBlank()) {
          found.add(base(number.value(), unit.value()));
        }
      }
      i = number.to() - 1;
    }
  }

  private static String base(BigDecimal value, Unit unit) {
    BigDecimal factor = BigDecimal.valueOf(unit.factor());
    return value.multiply(factor).round(new MathContext(6)).stripTrailingZeros().toPlainString()
        + " "
        + unit.dimension();
  }
}
