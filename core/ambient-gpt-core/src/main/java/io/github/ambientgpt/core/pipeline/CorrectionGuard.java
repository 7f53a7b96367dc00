package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Unit;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a correction must leave alone, compared without any model: numbers with their units,
 * negations and what they negate, answers, sides, drugs and illnesses, and most of the words.
 *
 * <p>The idea: a misheard word is corrected to one that sounds alike. So a known drug or illness
 * may not go, and a new one may come only where something that sounds like it was said and was no
 * known one. "Celebrex" never becomes "Celexa", however alike they sound.
 */
final class CorrectionGuard {
  private static final Map<String, Set<String>> CUES = new HashMap<>();

  static {
    Table.read(
        CorrectionGuard.class,
        "meaning.tsv",
        row -> CUES.computeIfAbsent(row.get(0), group -> new HashSet<>()).add(row.get(1)));
  }

  private static final Set<ConceptKind> NAMED = Set.of(ConceptKind.DRUG, ConceptKind.CONDITION);

  /** At least this share of the words of one text must stand in the other, or sound alike. */
  private static final double SAME_WORDS = 0.6;

  /** A word more or less decides nothing in a text of two or three. */
  private static final int FEW_WORDS = 2;

  private final String text;
  private final List<Token> tokens;

  private CorrectionGuard(String text) {
    this.text = text;
    this.tokens = Tokenizer.tokens(text);
  }

  /** What the other text says otherwise, in a word or two; empty when it may take its place. */
  static Optional<String> altered(String original, String cleaned) {
    if (original.equals(cleaned)) {
      return Optional.empty();
    }
    CorrectionGuard was = new CorrectionGuard(original);
    CorrectionGuard is = new CorrectionGuard(cleaned);
    if (!was.numbers().equals(is.numbers())) {
      return Optional.of("a number");
    }
    if (!was.units().equals(is.units())) {
      return Optional.of("a unit");
    }
    if (!alike(was.negated(), is.negated())) {
      return Optional.of("a negation");
    }
    if (was.answer() != is.answer()) {
      return Optional.of("an answer");
    }
    if (!was.sides().equals(is.sides())) {
      return Optional.of("a side");
    }
    if (!is.named().containsAll(was.named()) || !is.newNames(was).stream().allMatch(was::heard)) {
      return Optional.of("a drug or an illness");
    }
    return was.shares(is) && is.shares(was) ? Optional.empty() : Optional.of("the words");
  }

  /** Whether a word or two belong to a group of {@code meaning.tsv}. */
  static boolean is(String group, String word) {
    return CUES.get(group).contains(word);
  }

  private static boolean isNegator(String word) {
    return is("no", word) || word.endsWith("n't");
  }

  /** In their order; a number said twice in a row is one. */
  private List<BigDecimal> numbers() {
    List<BigDecimal> numbers = new ArrayList<>();
    for (int i = 0; i < tokens.size(); ) {
      Token token = tokens.get(i);
      Optional<Numbers.Spoken> number = Numbers.at(tokens, i);
      if (number.isPresent()) {
        add(numbers, number.get().value());
        i = number.get().to();
        continue;
      }
      if (token.type() == Token.Type.NUMBER) { // "120/80", "57-year-old"
        for (String part : token.text().split("[^0-9.]+")) {
          Numbers.decimal(part).ifPresent(value -> add(numbers, value));
        }
      }
      i++;
    }
    return numbers;
  }

  private static <T> void add(List<T> list, T value) {
    if (list.isEmpty() || !list.get(list.size() - 1).equals(value)) {
      list.add(value);
    }
  }

  private List<String> units() {
    List<String> units = new ArrayList<>();
    for (var match : Vocabulary.english().units().find(text)) {
      Unit unit = match.value();
      boolean counted =
          tokens.stream()
              .takeWhile(token -> token.end() <= match.beginChar())
              .reduce((first, last) -> last)
              .filter(this::endsNumber)
              .isPresent();
      if (counted) {
        add(units, unit.symbol());
      }
    }
    return units;
  }

  private boolean endsNumber(Token token) {
    return token.type() == Token.Type.NUMBER
        || Numbers.at(List.of(token), 0).isPresent()
        || token.is("hundred")
        || token.is("thousand")
        || token.is("half");
  }

  /** What each negation is followed by: the next word that says something. */
  private List<String> negated() {
    List<String> negated = new ArrayList<>();
    List<Token> words = tokens.stream().filter(Token::isWord).toList();
    for (int i = 0; i < words.size(); i++) {
      if (isNegator(words.get(i).text())) {
        String next =
            words.subList(i + 1, words.size()).stream()
                .map(Token::text)
                .filter(word -> !isNegator(word) && tells(word))
                .findFirst()
                .orElse("");
        add(negated, next);
      }
    }
    return negated;
  }

  private static boolean alike(List<String> some, List<String> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (!SoundsAlike.alike(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether it begins by saying yes. */
  private boolean answer() {
    return tokens.stream()
        .filter(Token::isWord)
        .map(Token::text)
        .dropWhile(word -> is("filler", word))
        .findFirst()
        .filter(word -> is("yes", word))
        .isPresent();
  }

  private List<String> sides() {
    List<String> sides = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      String before = i > 0 ? tokens.get(i - 1).text() : "";
      String after = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
      boolean other =
          word.equals("right") && (is("right-before", before) || is("right-after", after));
      if (is("side", word) && !other) {
        add(sides, word);
      }
    }
    return sides;
  }

  private Set<Concept> named() {
    Set<Concept> named = new LinkedHashSet<>();
    mentions().forEach(mention -> named.add(mention.concept()));
    return named;
  }

  private List<Mention> mentions() {
    return Vocabulary.english().mentions(text).stream()
        .filter(mention -> NAMED.contains(mention.concept().kind()))
        .toList();
  }

  /** The drugs and illnesses, as they are written here, that the other text does not name. */
  private List<String> newNames(CorrectionGuard other) {
    Set<Concept> known = other.named();
    return mentions().stream()
        .filter(mention -> !known.contains(mention.concept()))
        .map(mention -> text.substring(mention.beginChar(), mention.endChar()))
        .toList();
  }

  /** Whether up to four words in a row, none of them a known drug or illness, sound like this. */
  private boolean heard(String name) {
    List<Token> words = tokens.stream().filter(Token::isWord).toList();
    List<Mention> known = mentions();
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + 4); to++) {
        int begin = words.get(from).begin();
        int end = words.get(to - 1).end();
        boolean free = known.stream().noneMatch(m -> m.beginChar() < end && begin < m.endChar());
        if (free && SoundsAlike.alike(text.substring(begin, end), name)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean shares(CorrectionGuard other) {
    List<String> mine = telling(this::stands);
    Collection<String> theirs = new HashSet<>(other.telling(word -> true));
    long missing =
        mine.stream()
            .filter(word -> !theirs.contains(word))
            .filter(word -> theirs.stream().noneMatch(their -> SoundsAlike.alike(word, their)))
            .filter(word -> !within(word, other))
            .count();
    return missing <= FEW_WORDS || missing <= (1 - SAME_WORDS) * mine.size();
  }

  /** "lie sin o pril" became one word. */
  private static boolean within(String word, CorrectionGuard other) {
    return word.length() > 1
        && other.tokens.stream()
            .anyMatch(t -> SoundsAlike.key(t.text()).contains(SoundsAlike.key(word)));
  }

  private boolean stands(String word) {
    return !is("filler", word);
  }

  private List<String> telling(Predicate<String> which) {
    return tokens.stream()
        .filter(Token::isWord)
        .map(Token::text)
        .filter(word -> tells(word) && which.test(word))
        .toList();
  }

  private static boolean tells(String word) {
    return !StopWords.has(word) && !is("filler", word);
  }
}
