package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Chooses the facts that a note of some length has room for. */
final class Selection {
  /**
   * A note has about this share of the words that were said; measured on ACI-BENCH's training set.
   */
  private static final double SHARE = 0.4;

  /** Of a short visit everything is kept that a note of this many words has room for. */
  private static final int SHORT = 300;

  /** A brief note tells the history of the illness in so many sentences. */
  private static final int BRIEF_HISTORY = 3;

  private static final Phrases PHRASES = Phrases.english();

  private Selection() {}

  /**
   * @param said how many words the visit had
   */
  static Set<Fact> of(List<Fact> facts, int said, NoteLength length) {
    double room = Math.max(SHORT, said * SHARE);
    return switch (length) {
      case FULL -> new HashSet<>(facts);
      case STANDARD -> standard(facts, room);
      case BRIEF -> brief(standard(facts, room), facts);
    };
  }

  /** What is never cut, and of the rest the weightiest. */
  private static Set<Fact> standard(List<Fact> facts, double room) {
    Set<Fact> kept = new HashSet<>(facts.stream().filter(Selection::isEssential).toList());
    return weightiest(facts, kept, room);
  }

  /** What must stay of a standard note, and the history in its weightiest sentences. */
  private static Set<Fact> brief(Set<Fact> standard, List<Fact> facts) {
    List<Fact> ordered = facts.stream().filter(standard::contains).toList();
    Set<Fact> kept = new HashSet<>(ordered.stream().filter(Selection::isEssential).toList());
    ordered.stream()
        .filter(fact -> fact.content() == Content.HISTORY)
        .sorted(Comparator.comparingDouble(Fact::weight).reversed())
        .limit(BRIEF_HISTORY)
        .forEach(kept::add);
    return kept;
  }

  private static Set<Fact> weightiest(List<Fact> facts, Set<Fact> kept, double room) {
    List<Fact> byWeight = new ArrayList<>(facts);
    byWeight.removeAll(kept);
    byWeight.sort(Comparator.comparingDouble(Fact::weight).reversed());
    double used = kept.stream().mapToInt(Selection::words).sum();
    for (Fact fact : byWeight) {
      used += words(fact);
      if (used > room) {
        break;
      }
      kept.add(fact);
    }
    return kept;
  }

  private static int words(Fact fact) {
    return fact.text().split(" ").length;
  }

  /** A problem, an order, a drug, an allergy or an abnormal finding. */
  private static boolean isEssential(Fact fact) {
    List<Token> tokens = Tokenizer.tokens(fact.text());
    Clinical clinical = Clinical.of(tokens);
    if (clinical.names(ConceptKind.DRUG, ConceptKind.DRUG_CLASS)) {
      return true;
    }
    return switch (fact.content()) {
      case CHIEF_COMPLAINT, ALLERGIES, MEDICATIONS, PLAN, INSTRUCTIONS, PROCEDURE -> true;
      case ASSESSMENT ->
          fact.weight() >= ClinicianReader.DIAGNOSIS || clinical.names(ConceptKind.CONDITION);
      case MENTAL_HEALTH -> fact.weight() == 1; // of self-harm
      case EXAMINATION, RESULTS, VITALS -> isAbnormal(tokens, clinical);
      default -> false;
    };
  }

  private static boolean isAbnormal(List<Token> tokens, Clinical clinical) {
    boolean named = clinical.names(ConceptKind.FINDING, ConceptKind.SYMPTOM, ConceptKind.CONDITION);
    return (named || PHRASES.within("abnormal", tokens))
        && tokens.stream().noneMatch(token -> PHRASES.has("negation", token.text()))
        && !PHRASES.within("unremarkable", tokens);
  }
}
