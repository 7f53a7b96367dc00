package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.template.Content;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes once what was said twice. */
final class Deduplication {
  /** However often something was said, a reader looks at no more places. */
  private static final int MOST_PLACES = 6;

  /** Fewer words than this name too little to be the same under two headings. */
  private static final int TELLING = 3;

  private static final String NOT = "not";
  private static final Phrases PHRASES = Phrases.english();

  private Deduplication() {}

  /**
   * Of two facts where one says all that the other does, the fuller one, resting on both.
   *
   * @param facts of one section of a note
   */
  static List<Fact> merged(List<Fact> facts) {
    List<Fact> kept = new ArrayList<>();
    List<Set<String>> said = new ArrayList<>();
    for (Fact fact : facts) {
      Set<String> words = words(fact);
      int twin = twin(kept, said, fact, words);
      if (twin < 0) {
        kept.add(fact);
        said.add(words);
      } else {
        boolean fuller = words.size() > said.get(twin).size();
        kept.set(twin, both(fuller ? fact : kept.get(twin), fuller ? kept.get(twin) : fact));
        said.set(twin, fuller ? words : said.get(twin));
      }
    }
    return List.copyOf(kept);
  }

  private static int twin(List<Fact> kept, List<Set<String>> said, Fact fact, Set<String> words) {
    for (int i = 0; i < kept.size(); i++) {
      Fact other = kept.get(i);
      if (isHeading(fact) || isHeading(other)) {
        if (fact.text().equals(other.text()) && fact.content() == other.content()) {
          return i;
        }
        continue;
      }
      Set<String> fewer = words.size() <= said.get(i).size() ? words : said.get(i);
      Set<String> more = fewer == words ? said.get(i) : words;
      boolean alike = fewer.contains(NOT) == more.contains(NOT);
      boolean together =
          other.content() == fact.content()
              && (other.topic().equals(fact.topic())
                  || other.topic().isEmpty()
                  || fact.topic().isEmpty());
      if (alike && deny(fact, other) && names(fact, other)) {
        return i;
      }
      if (alike
          && more.containsAll(fewer)
          && (together || fewer.size() >= TELLING || fewer.equals(more))) {
        return i;
      }
    }
    return -1;
  }

  /** "No bruising", whatever part of the body it is put under. */
  private static boolean deny(Fact fact, Fact other) {
    return isDenial(fact) && isDenial(other);
  }

  /** Whether one of the two names nothing that the other does not, be it in other words. */
  private static boolean names(Fact fact, Fact other) {
    Set<Concept> first = concepts(fact);
    Set<Concept> second = concepts(other);
    return !first.isEmpty()
        && !second.isEmpty()
        && (first.containsAll(second) || second.containsAll(first));
  }

  private static Set<Concept> concepts(Fact fact) {
    return Vocabulary.english().mentions(fact.text()).stream()
        .map(Mention::concept)
        .collect(Collectors.toSet());
  }

  private static boolean isDenial(Fact fact) {
    return PHRASES.at("denial", Tokenizer.tokens(fact.text()), 0) > 0;
  }

  private static boolean isHeading(Fact fact) {
    return fact.content() == Content.CHIEF_COMPLAINT || fact.text().equals(fact.topic() + ".");
  }

  private static Fact both(Fact fuller, Fact other) {
    Set<Evidence> evidence = new LinkedHashSet<>(fuller.evidence());
    evidence.addAll(other.evidence());
    List<Evidence> places = evidence.stream().limit(MOST_PLACES).toList();
    String topic = fuller.topic().isEmpty() ? other.topic() : fuller.topic();
    return new Fact(
        fuller.content(), topic, fuller.text(), Math.max(fuller.weight(), other.weight()), places);
  }

  /** Whatever its form, a word counts as one; negations count too. */
  private static Set<String> words(Fact fact) {
    Set<String> words = new HashSet<>();
    for (Token token : Tokenizer.tokens(fact.text())) {
      String word = token.text();
      if (PHRASES.has("negation", word) || word.endsWith("n't")) {
        words.add(NOT);
      } else if (token.isWord() && !StopWords.has(word)) {
        words.add(Vocabulary.english().verbs().byForm(word).map(Verb::base).orElse(singular(word)));
      }
    }
    return words.isEmpty() ? Set.of(fact.text()) : words;
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*[siu]s");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
