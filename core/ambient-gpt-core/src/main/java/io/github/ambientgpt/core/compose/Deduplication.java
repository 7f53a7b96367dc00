package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Verb;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Writes once what was said twice. */
final class Deduplication {
  /** However often something was said, a reader looks at no more places. */
  private static final int MOST_PLACES = 6;

  /** Fewer words than this name too little to be the same under two headings. */
  private static final int TELLING = 3;

  private static final String NOT = "not";
  private static final String PATIENT = "patient";
  private static final Phrases PHRASES = Phrases.english();

  private final List<Said> kept = new ArrayList<>();

  /** How many facts have a word: the rarest of a fact leads to few others. */
  private final Map<String, Integer> counts = new HashMap<>();

  private final Map<String, List<Integer>> byWord = new HashMap<>();
  private final Map<String, List<Integer>> byRarestWord = new HashMap<>();
  private final Map<Concept, List<Integer>> byConcept = new HashMap<>();

  /** A fact and what is compared of it. */
  private record Said(
      Fact fact, Set<String> words, boolean heading, boolean denial, Set<Concept> concepts) {
    static Said of(Fact fact) {
      boolean denial = isDenial(fact);
      return new Said(
          fact,
          Deduplication.words(fact),
          isHeading(fact),
          denial,
          denial ? Deduplication.concepts(fact) : Set.of());
    }

    Said with(Fact other) {
      return new Said(other, words, heading, denial, concepts);
    }
  }

  private Deduplication(List<Said> all) {
    all.forEach(said -> said.words.forEach(word -> counts.merge(word, 1, Integer::sum)));
  }

  /**
   * Of two facts where one says all that the other does, the fuller one, resting on both. The cost
   * grows as the facts do: each is compared with those alone that share its rarest word, or whose
   * rarest word it has.
   *
   * @param facts of one section of a note
   */
  static List<Fact> merged(List<Fact> facts, Monitor monitor) {
    List<Fact> before = facts;
    List<Fact> after = once(before, monitor);
    while (after.size()
        < before.size()) { // "some Motrin" and "600 mg" are one fact's when it comes
      before = after;
      after = once(before, monitor);
    }
    return after;
  }

  private static List<Fact> once(List<Fact> facts, Monitor monitor) {
    List<Said> all = new ArrayList<>();
    for (Fact fact : facts) {
      monitor.checkCancelled();
      all.add(Said.of(fact));
    }
    Deduplication deduplication = new Deduplication(all);
    for (Said said : all) {
      monitor.checkCancelled();
      deduplication.add(said);
    }
    return deduplication.kept.stream().map(Said::fact).toList();
  }

  private void add(Said said) {
    OptionalInt twin = candidates(said).filter(i -> isTwin(said, kept.get(i))).findFirst();
    if (twin.isEmpty()) {
      kept.add(said);
      index(said, kept.size() - 1);
      return;
    }
    Said other = kept.get(twin.getAsInt());
    boolean fuller = said.words.size() > other.words.size();
    Said more = fuller ? said : other;
    kept.set(twin.getAsInt(), more.with(both(more.fact, fuller ? other.fact : said.fact)));
    if (fuller) {
      index(said, twin.getAsInt());
    }
  }

  private void index(Said said, int place) {
    said.words.forEach(word -> byWord.computeIfAbsent(word, w -> new ArrayList<>()).add(place));
    byRarestWord.computeIfAbsent(rarest(said), w -> new ArrayList<>()).add(place);
    said.concepts.forEach(it -> byConcept.computeIfAbsent(it, c -> new ArrayList<>()).add(place));
  }

  private String rarest(Said said) {
    return said.words.stream()
        .min(Comparator.<String>comparingInt(counts::get).thenComparing(word -> word))
        .orElseThrow();
  }

  /** Which of the kept could be a twin, in their order. */
  private IntStream candidates(Said said) {
    Set<Integer> places = new TreeSet<>(byWord.getOrDefault(rarest(said), List.of()));
    said.words.forEach(word -> places.addAll(byRarestWord.getOrDefault(word, List.of())));
    said.concepts.forEach(concept -> places.addAll(byConcept.getOrDefault(concept, List.of())));
    return places.stream().mapToInt(Integer::intValue);
  }

  /** "If it isn't better, order an MRI" is not "order an MRI". */
  private static boolean isOtherwiseConditioned(Fact fact, Fact other) {
    return fact.origin().order()
        && other.origin().order()
        && Orders.isCondition(Tokenizer.tokens(fact.text()))
            != Orders.isCondition(Tokenizer.tokens(other.text()));
  }

  private static boolean isTwin(Said said, Said other) {
    if (said.heading || other.heading) {
      return said.fact.text().equals(other.fact.text())
          && said.fact.content() == other.fact.content();
    }
    Set<String> fewer = said.words.size() <= other.words.size() ? said.words : other.words;
    Set<String> more = fewer == said.words ? other.words : said.words;
    if (fewer.contains(NOT) != more.contains(NOT)
        || isOtherwiseConditioned(said.fact, other.fact)) {
      return false;
    }
    boolean together =
        other.fact.content() == said.fact.content()
            && (other.fact.topic().equals(said.fact.topic())
                || other.fact.topic().isEmpty()
                || said.fact.topic().isEmpty());
    return denyTheSame(said, other)
        || more.containsAll(fewer) && (together || fewer.size() >= TELLING || fewer.equals(more));
  }

  /**
   * "No bruising", whatever part of the body it is put under: one of the two names nothing that the
   * other does not, be it in other words.
   */
  private static boolean denyTheSame(Said said, Said other) {
    return said.denial
        && other.denial
        && !said.concepts.isEmpty()
        && !other.concepts.isEmpty()
        && (said.concepts.containsAll(other.concepts) || other.concepts.containsAll(said.concepts));
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
    return fuller
        .with(topic, fuller.text(), places)
        .with(Math.max(fuller.weight(), other.weight()));
  }

  /** Whatever its form, a word counts as one; negations count too. */
  private static Set<String> words(Fact fact) {
    Set<String> words = new HashSet<>();
    List<Token> tokens = Tokenizer.tokens(fact.text());
    for (Token token : tokens.subList(giving(fact, tokens), core(fact, tokens))) {
      String word = token.text();
      if (PHRASES.has("negation", word) || word.endsWith("n't")) {
        words.add(NOT);
      } else if (token.isWord() && !StopWords.has(word)) {
        words.add(Vocabulary.english().verbs().byForm(word).map(Verb::base).orElse(singular(word)));
      }
    }
    if (words.stream().allMatch(word -> word.equals(NOT) || word.equals(PATIENT))) {
      // "denies plan", "would never do anything": nothing else tells them apart
      Tokenizer.tokens(fact.text()).stream()
          .filter(token -> !PHRASES.has("negation", token.text()))
          .forEach(token -> words.add(token.text()));
    }
    return words.isEmpty() ? Set.of(fact.text()) : words;
  }

  /**
   * Where in an order a condition begins, which orders nothing: "order an MRI" is not said by
   * "refer to physical therapy once the MRI is back".
   */
  private static int core(Fact fact, List<Token> tokens) {
    for (int i = 1; fact.origin().order() && i < tokens.size(); i++) {
      if (Orders.isConditionAt(tokens, i) || PHRASES.at("order-after", tokens, i) > 0) {
        return i;
      }
    }
    return tokens.size();
  }

  /** "Give the patient 600 mg": how many words say no more than the dose does. */
  private static int giving(Fact fact, List<Token> tokens) {
    return fact.content() == Content.PLAN
        ? Math.max(PHRASES.at("giving-order", tokens, 0), PHRASES.at("order-same", tokens, 0))
        : 0;
  }

  private static String singular(String word) {
    boolean plural = word.length() > 3 && word.endsWith("s") && !word.matches(".*[siu]s");
    return plural ? word.substring(0, word.length() - 1) : word;
  }
}
