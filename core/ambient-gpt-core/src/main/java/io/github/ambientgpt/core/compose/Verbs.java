package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.text.Table;
import io.github.ambientgpt.core.text.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms of English verbs. Immutable. */
final class Verbs {
  private static final Map<String, String> AUXILIARY =
      Map.ofEntries(
          Map.entry("am", "is"),
          Map.entry("are", "is"),
          Map.entry("were", "was"),
          Map.entry("have", "has"),
          Map.entry("do", "does"),
          Map.entry("don't", "doesn't"),
          Map.entry("haven't", "hasn't"),
          Map.entry("aren't", "isn't"),
          Map.entry("weren't", "wasn't"));

  private static final Set<String> INVARIABLE =
      Set.of(
          "can", "can't", "could", "couldn't", "will", "won't", "would", "wouldn't", "should",
          "shouldn't", "may", "might", "must", "had", "hadn't", "did", "didn't", "was", "wasn't",
          "is", "isn't", "has", "hasn't", "does", "doesn't", "used", "got", "better");

  private final Set<String> bases = new HashSet<>();
  private final Map<String, String> pasts = new HashMap<>();
  private final Set<String> irregularPasts = new HashSet<>();

  private Verbs() {
    for (List<String> row : Table.rows(Verbs.class, "verbs.tsv")) {
      bases.add(row.get(0));
      if (row.size() > 1) {
        pasts.put(row.get(0), row.get(1));
        irregularPasts.add(row.get(1));
        irregularPasts.add(row.get(2));
      }
    }
  }

  static Verbs english() {
    return Holder.ENGLISH;
  }

  boolean isBase(String word) {
    return bases.contains(word);
  }

  boolean isPast(String word) {
    return irregularPasts.contains(word) && !bases.contains(word)
        || word.endsWith("ed") && word.length() > 3 && !bases.contains(word);
  }

  /** Whether a clause with these words can stand as a sentence. */
  boolean hasVerb(List<Token> tokens) {
    return tokens.stream().map(Token::text).anyMatch(this::isFinite);
  }

  private boolean isFinite(String word) {
    int apostrophe = word.indexOf('\'');
    return apostrophe > 0 && word.matches(".*'(s|re|m|ve|ll|d)|.*n't")
        || isAuxiliary(word)
        || isPast(word)
        || bases.contains(word)
        || word.endsWith("s") && (bases.contains(word.substring(0, word.length() - 1)) || word.endsWith("es") && bases.contains(word.substring(0, word.length() - 2)) || word.endsWith("ies") && bases.contains(word.substring(0, word.length() - 3) + "y"));
  }

  boolean isAuxiliary(String word) {
    return AUXILIARY.containsKey(word) || INVARIABLE.contains(word);
  }

  /** "feel" becomes "feels", "have" "has"; a form that does not change with the person stays. */
  String thirdPerson(String word) {
    if (AUXILIARY.containsKey(word)) {
      return AUXILIARY.get(word);
    }
    // "I put ice on it" is nearly always told of the past
    if (INVARIABLE.contains(word) || isPast(word) || word.equals(pasts.get(word)) || word.endsWith("ing")) {
      return word;
    }
    if (word.endsWith("s") && !word.endsWith("ss")) {
      return word;
    }
    if (word.endsWith("y") && word.length() > 1 && "aeiou".indexOf(word.charAt(word.length() - 2)) < 0) {
      return word.substring(0, word.length() - 1) + "ies";
    }
    if (word.endsWith("s") || word.endsWith("sh") || word.endsWith("ch") || word.endsWith("x") || word.endsWith("z") || word.endsWith("o")) {
      return word + "es";
    }
    return word + "s";
  }

  /** "feel" becomes "felt", "start" "started". */
  String past(String base) {
    String irregular = pasts.get(base);
    if (irregular != null) {
      return irregular;
    }
    if (base.endsWith("e")) {
      return base + "d";
    }
    if (base.endsWith("y") && "aeiou".indexOf(base.charAt(base.length() - 2)) < 0) {
      return base.substring(0, base.length() - 1) + "ied";
    }
    if (base.matches("[^aeiou]*[aeiou][bdgmnprt]")) {
      return base + base.charAt(base.length() - 1) + "ed";
    }
    return base + "ed";
  }

  private static final class Holder {
    static final Verbs ENGLISH = new Verbs();
  }
}
