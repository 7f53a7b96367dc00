package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.reading.Experiencer;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Side;
import io.github.ambientgpt.core.reading.Tokens;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.MisheardNames;
import io.github.ambientgpt.core.vocabulary.MisheardNames.Misheard;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The passages of a transcript, indexed by what they name, and how telling each word is among them.
 * Passages go by their number. For one thread.
 */
final class Transcribed {
  private static final BitSet NONE = new BitSet();

  /** How many passages back a drug was named that is still spoken of. */
  private static final int STILL_SPOKEN_OF = 3;

  private static final int LONG_WORD = 6;
  private static final int LONGEST_QUOTE = 160;

  private final List<Passage> passages;
  private final Map<String, String> texts = new HashMap<>();
  private final Set<String> relatives = new HashSet<>();
  private final double mean;
  private final BitSet denyingASide = new BitSet();
  private final Map<String, BitSet> byWord = new HashMap<>();
  private final Map<Concept, BitSet> byConcept = new HashMap<>();
  private final Map<Concept, BitSet> byBroader = new HashMap<>();
  private final Map<String, Misheard> misheard = new LinkedHashMap<>();

  Transcribed(List<Passage> passages, Transcript transcript) {
    this.passages = List.copyOf(passages);
    for (int i = 0; i < passages.size(); i++) {
      if (passages.get(i).contents().sides().stream().anyMatch(Side::denied)) {
        denyingASide.set(i);
      }
      for (Term term : passages.get(i).contents().terms()) {
        for (String word : term.words()) {
          byWord.computeIfAbsent(word, w -> new BitSet()).set(i);
        }
        if (term.concept().isPresent()) {
          byConcept.computeIfAbsent(term.concept().get(), c -> new BitSet()).set(i);
        }
      }
    }
    for (Utterance utterance : transcript.utterances()) {
      texts.put(utterance.id(), utterance.text());
      Tokens.of(utterance.speaker().label() + " " + utterance.text()).list().stream()
          .map(token -> Experiencer.relation(token.text()))
          .filter(relation -> !relation.isEmpty())
          .forEach(relatives::add);
    }
    MisheardNames.of(transcript).values().stream()
        .flatMap(List::stream)
        .forEach(word -> misheard.putIfAbsent(word.written().toLowerCase(Locale.ROOT), word));
    this.mean =
        byWord.values().stream()
            .mapToDouble(places -> weight(places.cardinality()))
            .average()
            .orElse(1);
  }

  int size() {
    return passages.size();
  }

  /** "It's not the right knee": few passages do, and a statement may rest on any of them. */
  BitSet denyingASide() {
    return denyingASide;
  }

  Passage passage(int number) {
    return passages.get(number);
  }

  /** The very words of a passage, shortened: a question and its answer with a dash between. */
  String quote(int number) {
    String words =
        passages.get(number).evidence().stream()
            .map(place -> words(place))
            .collect(Collectors.joining(" – "));
    return words.length() <= LONGEST_QUOTE
        ? words
        : words.substring(0, words.lastIndexOf(' ', LONGEST_QUOTE)) + " …";
  }

  private String words(Evidence place) {
    return texts
        .get(place.utterance())
        .substring(place.begin(), place.end())
        .strip()
        .replaceAll("\\s+", " ");
  }

  /**
   * Rare words weigh more, and clinical terms twice as much as others. A word of everyday language
   * that was not heard weighs no more than the mean: a note has other words for what was said.
   */
  double weight(Term term) {
    double rarest = 0;
    for (String word : term.words()) {
      int spread = byWord.getOrDefault(word, NONE).cardinality();
      rarest = Math.max(rarest, spread == 0 ? unheard(term) : weight(spread));
    }
    return term.concept().isPresent() ? 2 * rarest : rarest;
  }

  private double unheard(Term term) {
    return term.concept().isPresent() ? weight(0) : mean;
  }

  private double weight(int spread) {
    return Math.log(1 + (double) passages.size() / (1 + spread));
  }

  /** Whether a relative, or the family at large, is spoken of or speaks. */
  boolean isSpokenOf(String relation) {
    return relatives.contains(relation)
        || relation.equals("family")
        || relation.startsWith("parent") && !relatives.isEmpty();
  }

  /** Whether it is named anywhere, in these words or others. */
  boolean names(Term term) {
    return term.concept().filter(concept -> !naming(concept, true).isEmpty()).isPresent()
        || isSpecified(term)
        || byWord.keySet().containsAll(term.words())
        || !misspelling(term).isEmpty();
  }

  /** "Type 2 diabetes" where diabetes was spoken of: a note says which. */
  private boolean isSpecified(Term term) {
    return term.is(ConceptKind.CONDITION)
        && byConcept.keySet().stream()
            .filter(broad -> broad.kind() == ConceptKind.CONDITION)
            .filter(broad -> Vocabulary.english().isA(term.concept().orElseThrow(), broad))
            .anyMatch(broad -> shareAWord(broad.name(), term.concept().orElseThrow().name()));
  }

  private static boolean shareAWord(String one, String other) {
    List<String> words = List.of(other.split(" "));
    return Stream.of(one.split(" ")).anyMatch(words::contains);
  }

  /** "Asprin" for "aspirin": transcripts spell drugs as they were heard. */
  private BitSet misspelling(Term term) {
    BitSet places = new BitSet();
    String word = term.words().get(0);
    if (term.words().size() == 1 && word.length() >= LONG_WORD) {
      byWord.forEach(
          (other, having) -> {
            if (Spelling.isNear(word, other)) {
              places.or(having);
            }
          });
    }
    return places;
  }

  /**
   * The words perhaps misheard that a term rests on: it is one of them, or the drug that one may be
   * where nobody named that drug clearly.
   */
  List<Misheard> misheard(Term term) {
    boolean clear = term.concept().filter(byConcept::containsKey).isPresent();
    return misheard.entrySet().stream()
        .filter(
            word ->
                term.words().contains(word.getKey())
                    || !clear
                        && term.words().stream().anyMatch(word.getValue().perhaps()::contains))
        .map(Map.Entry::getValue)
        .toList();
  }

  /** Whether most of these terms are named in one passage. */
  boolean namesTogether(List<Term> terms) {
    for (Passage passage : passages) {
      long named = terms.stream().filter(term -> mentions(passage.contents(), term)).count();
      if (named * 2 > terms.size()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mentions(Contents contents, Term term) {
    return contents.terms().stream().anyMatch(other -> term.isSameAs(other));
  }

  /**
   * The passages that name the term: as the same concept, with all its words, as "pain in my chest"
   * names chest pain, or as something narrower: who has type 2 diabetes has diabetes. What is
   * denied is not denied by denying something narrower. A drug that is named nowhere, by what is
   * spelled nearly so.
   */
  BitSet naming(Term term) {
    BitSet naming = null;
    for (String word : term.words()) {
      BitSet having = byWord.getOrDefault(word, NONE);
      if (naming == null) {
        naming = (BitSet) having.clone();
      } else {
        naming.and(having);
      }
    }
    if (term.concept().isPresent()) {
      naming.or(naming(term.concept().get(), term.polarity() == Polarity.AFFIRMED));
    }
    if (naming.isEmpty() && term.is(ConceptKind.DRUG)) {
      naming.or(misspelling(term));
    }
    return naming;
  }

  private BitSet naming(Concept concept, boolean andNarrower) {
    if (!andNarrower) {
      return byConcept.getOrDefault(concept, NONE);
    }
    return byBroader.computeIfAbsent(
        concept,
        broad -> {
          BitSet naming = new BitSet();
          byConcept.forEach(
              (narrow, places) -> {
                if (Vocabulary.english().isA(narrow, broad)) {
                  naming.or(places);
                }
              });
          return naming;
        });
  }

  /**
   * A passage's own mention of the term, or of its main part where it stands in pieces, as "pain"
   * in "pain in my left back"; null when it has none.
   */
  Term mention(int passage, Term term) {
    Term found = null;
    for (Term other : passages.get(passage).contents().terms()) {
      if (term.isSameAs(other) && (found == null || found.polarity() != term.polarity())) {
        found = other;
      }
    }
    return found == null && hasWords(passage, term) ? mainPart(passage, term) : found;
  }

  private boolean hasWords(int passage, Term term) {
    return term.words().stream().allMatch(word -> byWord.getOrDefault(word, NONE).get(passage));
  }

  private Term mainPart(int passage, Term term) {
    return passages.get(passage).contents().terms().stream()
        .filter(other -> other.concept().isPresent() && !other.is(ConceptKind.BODY_PART))
        .filter(other -> term.words().containsAll(other.words()))
        .findFirst()
        .orElse(null);
  }

  /** Every mention of a clinical term, or of the same words, in the visit. */
  List<Term> mentions(Term term) {
    return naming(term).stream()
        .boxed()
        .flatMap(i -> passages.get(i).contents().terms().stream())
        .filter(other -> term.isSameAs(other))
        .toList();
  }

  /** A passage's own mentions of a term. */
  List<Term> mentions(int passage, Term term) {
    List<Term> same =
        passages.get(passage).contents().terms().stream()
            .filter(
                other ->
                    term.concept().isEmpty() && term.isSameAs(other)
                        || term.concept().isPresent()
                            && other.concept().isPresent()
                            && Vocabulary.english()
                                .isA(other.concept().get(), term.concept().get()))
            .toList();
    if (!same.isEmpty() || term.concept().isPresent() && !term.is(ConceptKind.SUBSTANCE)) {
      return same;
    }
    Term found = mention(passage, term);
    return found == null ? List.of() : List.of(found);
  }

  /** The drug or the test that a number in a passage belongs to, there or a little before. */
  Optional<Concept> owner(ConceptKind kind, int passage, int position) {
    Optional<Concept> here = passages.get(passage).contents().owner(kind, position);
    for (int i = passage - 1; here.isEmpty() && i >= Math.max(0, passage - STILL_SPOKEN_OF); i--) {
      here = passages.get(i).contents().owner(kind, Integer.MAX_VALUE);
    }
    return here;
  }
}
