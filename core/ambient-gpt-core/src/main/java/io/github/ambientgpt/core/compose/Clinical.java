package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.BodySystem;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Match;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is clinical about a clause. */
final class Clinical {
  private static final Set<String> COMMON = Phrases.english().group("clinical-common");

  private static final Set<ConceptKind> ORDERED =
      EnumSet.of(ConceptKind.TEST, ConceptKind.PROCEDURE, ConceptKind.DRUG, ConceptKind.DRUG_CLASS);

  private final List<Mention> mentions;
  private final String text;
  private final boolean number;
  private final int contentWords;

  private Clinical(String text, List<Mention> mentions, boolean number, int contentWords) {
    this.text = text;
    this.mentions = mentions;
    this.number = number;
    this.contentWords = contentWords;
  }

  static Clinical of(List<Token> tokens) {
    String text = tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    List<Mention> mentions =
        Vocabulary.english().mentions(text).stream()
            .filter(m -> !StopWords.has(text.substring(m.beginChar(), m.endChar())))
            .toList();
    int content = 0;
    boolean number = false;
    for (int i = 0; i < tokens.size(); i++) {
      content += tokens.get(i).isWord() && !StopWords.has(tokens.get(i).text()) ? 1 : 0;
      number |= !tokens.get(i).is("one") && Numbers.at(tokens, i).isPresent();
    }
    return new Clinical(text, mentions, number, content);
  }

  boolean names(ConceptKind... kinds) {
    Set<ConceptKind> wanted = Set.of(kinds);
    return mentions.stream().anyMatch(m -> wanted.contains(m.concept().kind()));
  }

  /** It names something clinical. */
  boolean isClinical() {
    return !mentions.isEmpty();
  }

  boolean hasNumber() {
    return number;
  }

  /** Whether both name the same thing; "nausea or vomiting" and "nausea" do. */
  boolean shares(Clinical other) {
    for (Mention mine : mentions) {
      for (Mention theirs : other.mentions) {
        boolean named =
            mine.concept().equals(theirs.concept())
                || telling(mine).stream().anyMatch(other.telling(theirs)::contains);
        if (named && mine.concept().kind() != ConceptKind.BODY_PART) {
          return true;
        }
      }
    }
    return false;
  }

  /** Both name one test, operation or drug: "antibiotics" are amoxicillin, too. */
  boolean sharesOrdered(Clinical other) {
    Vocabulary vocabulary = Vocabulary.english();
    return mentions.stream()
        .filter(mine -> ORDERED.contains(mine.concept().kind()))
        .anyMatch(
            mine ->
                other.mentions.stream()
                    .anyMatch(
                        t ->
                            t.concept().equals(mine.concept())
                                || vocabulary.isA(t.concept(), mine.concept())));
  }

  /** The tests, operations and drugs that are named, as they were said. */
  List<String> ordered() {
    return mentions.stream()
        .filter(m -> ORDERED.contains(m.concept().kind()))
        .map(m -> text.substring(m.beginChar(), m.endChar()))
        .distinct()
        .toList();
  }

  /** The words of a mention that are not in the names of many things. */
  private Set<String> telling(Mention mention) {
    String words = text.substring(mention.beginChar(), mention.endChar());
    return Arrays.stream(words.split(" "))
        .filter(word -> word.length() > 3 && !COMMON.contains(word) && !StopWords.has(word))
        .collect(Collectors.toSet());
  }

  /** Nothing in it would be missed. */
  boolean isVacuous() {
    return mentions.isEmpty() && contentWords < 2;
  }

  /** 0 for everyday talk, towards 1 for dense clinical content. */
  double density() {
    long telling =
        mentions.stream().filter(m -> m.concept().kind() != ConceptKind.BODY_PART).count();
    long parts = mentions.size() - telling;
    return Math.min(1, 0.3 * telling + 0.15 * parts + (number ? 0.2 : 0));
  }

  /** The first symptom or condition that is named, as it was said. */
  Optional<String> complaint() {
    return first(ConceptKind.SYMPTOM, ConceptKind.CONDITION);
  }

  /** What is named of a kind, as it was said, each once. */
  List<String> written(ConceptKind kind) {
    return mentions.stream()
        .filter(m -> m.concept().kind() == kind)
        .map(m -> text.substring(m.beginChar(), m.endChar()))
        .distinct()
        .toList();
  }

  /** The first mention of one of these kinds, as it was said. */
  Optional<String> first(ConceptKind... kinds) {
    Set<ConceptKind> wanted = Set.of(kinds);
    return mentions.stream()
        .filter(m -> wanted.contains(m.concept().kind()))
        .findFirst()
        .map(m -> text.substring(m.beginChar(), m.endChar()));
  }

  /** The body system that most of it is about. */
  Optional<BodySystem> system() {
    Map<BodySystem, Integer> counts = new EnumMap<>(BodySystem.class);
    List<Match<BodySystem>> found = new ArrayList<>(Vocabulary.english().systems().find(text));
    found.forEach(m -> counts.merge(m.value(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Comparator.comparingInt((Map.Entry<BodySystem, Integer> e) -> e.getValue())
                .thenComparing(e -> -e.getKey().ordinal()))
        .map(Map.Entry::getKey);
  }
}
