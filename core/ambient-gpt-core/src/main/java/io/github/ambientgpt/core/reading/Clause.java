package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.cleaning.Clause.Reply;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One thing that was said, or a statement of a note, and what it says.
 *
 * @param number its place in the visit, from 0; -1 for a statement
 * @param speaker who said it
 * @param act what is done by saying it
 * @param answers the numbers of the questions that it answers, in their order; empty for none
 * @param reply what its first words answer
 * @param words cleaned, abbreviations written out; may be empty, as of a mere "no"
 * @param assertions how it speaks of each of its words
 * @param mentions from left to right, without overlaps; of a question as its answer has them
 * @param amounts from left to right
 * @param evidence where it was said; empty for a statement
 * @since 0.1.0
 */
public record Clause(
    int number,
    Speaker speaker,
    Act act,
    List<Integer> answers,
    Reply reply,
    Tokens words,
    List<Assertion> assertions,
    List<Mention> mentions,
    List<Amount> amounts,
    List<Side> sides,
    List<Evidence> evidence) {
  public Clause {
    answers = List.copyOf(answers);
    assertions = List.copyOf(assertions);
    mentions = List.copyOf(mentions);
    amounts = List.copyOf(amounts);
    sides = List.copyOf(sides);
    evidence = List.copyOf(evidence);
  }

  public Stream<Mention> mentions(ConceptKind kind) {
    return mentions.stream().filter(mention -> mention.is(kind));
  }

  public Stream<Amount> amounts(Amount.Kind kind) {
    return amounts.stream().filter(amount -> amount.is(kind));
  }

  /** It names something clinical. */
  public boolean isClinical() {
    return !mentions.isEmpty();
  }

  /** Nothing but a reply, or an answer to somebody's question. */
  public boolean isAnswer() {
    return !answers.isEmpty();
  }

  /** It is put in the negative: "no fever?", "you haven't had any?", but not "haven't you?". */
  boolean isNegative() {
    return isClinical()
        && mentions.stream().allMatch(m -> m.assertion().polarity() == Polarity.NEGATED)
        && !words.word(0).endsWith("n't");
  }

  /**
   * The same with what it asks answered; where a question stands within something longer, only what
   * it asks.
   */
  Clause asked(Polarity answer) {
    boolean open = assertions.stream().anyMatch(a -> a.polarity() == Polarity.OPEN);
    boolean within = open && assertions.stream().map(Assertion::polarity).distinct().count() > 1;
    List<Assertion> answered = new ArrayList<>(assertions);
    int end = circumstance();
    for (int i = 0; i < end; i++) {
      Assertion asked = assertions.get(i);
      answered.set(i, within && asked.polarity() != Polarity.OPEN ? asked : asked.with(answer));
    }
    return withAssertions(answered);
  }

  /**
   * "Any pain while you exercise": where that begins which is not asked; the end if nothing does.
   */
  private int circumstance() {
    for (int i = 1; i < words.size(); i++) {
      if (Cues.is(WordClass.CIRCUMSTANCE, words.word(i))) {
        return i;
      }
    }
    return words.size();
  }

  /** "Any nausea or pain?", "No nausea, but some pain": what the answer names, it decides. */
  Clause agreeing(Clause answer) {
    List<Assertion> decided = new ArrayList<>(assertions);
    for (Mention mention : mentions) {
      answer.mentions.stream()
          .filter(other -> other.concept().equals(mention.concept()))
          .findFirst()
          .ifPresent(
              other ->
                  Collections.fill(
                      decided.subList(mention.words().from(), mention.words().to()),
                      other.assertion()));
    }
    return withAssertions(decided);
  }

  /** Whether it names something that another names, too. */
  boolean names(Clause other) {
    return mentions.stream()
        .anyMatch(m -> other.mentions.stream().anyMatch(o -> o.concept().equals(m.concept())));
  }

  /** "Nausea, yes, vomiting, no": each as the reply behind it says; empty where all have one. */
  Optional<Clause> itemized() {
    List<Assertion> decided = new ArrayList<>(assertions);
    Set<Polarity> replies = new HashSet<>();
    for (Mention mention : mentions) {
      for (int i = mention.words().to(); i < words.size() && !isMentioned(i); i++) {
        boolean no = words.word(i).equals("no") && isLastOfItem(i);
        if (no || Cues.is(WordClass.YES, words.word(i))) {
          Polarity reply = no ? Polarity.NEGATED : Polarity.AFFIRMED;
          replies.add(reply);
          for (int at = mention.words().from(); at < mention.words().to(); at++) {
            decided.set(at, decided.get(at).with(reply));
          }
          break;
        }
      }
    }
    return replies.size() > 1 ? Optional.of(withAssertions(decided)) : Optional.empty();
  }

  private boolean isMentioned(int word) {
    return mentions.stream().anyMatch(m -> m.words().covers(new Range(word, word + 1)));
  }

  private boolean isLastOfItem(int word) {
    return word + 1 == words.size() || !words.get(word + 1).isWord();
  }

  /** What answers a question of others is said of them, unless it says otherwise. */
  Clause answering(List<Integer> questions, Optional<Experiencer> others) {
    Clause answer =
        new Clause(
            number,
            speaker,
            Act.ANSWERS,
            questions,
            reply,
            words,
            assertions,
            mentions,
            amounts,
            sides,
            evidence);
    boolean says =
        others.isEmpty()
            || assertions.stream().anyMatch(a -> !a.experiencer().isPatient())
            || words.list().stream().anyMatch(w -> Cues.is(WordClass.PATIENT, w.text()));
    return says
        ? answer
        : answer.withAssertions(
            assertions.stream().map(a -> a.with(others.orElseThrow())).toList());
  }

  /** Of whom it speaks, if not of the patient alone. */
  Optional<Experiencer> experiencer() {
    return assertions.stream()
        .map(Assertion::experiencer)
        .filter(one -> !one.isPatient())
        .findFirst();
  }

  private Clause withAssertions(List<Assertion> others) {
    List<Mention> changed =
        mentions.stream().map(m -> m.with(others.get(m.words().from()))).toList();
    return new Clause(
        number,
        speaker,
        act,
        answers,
        reply,
        words,
        others,
        changed,
        owned(changed),
        sides,
        evidence);
  }

  private List<Amount> owned(List<Mention> changed) {
    return amounts.stream().map(amount -> AmountReader.owned(amount, changed, words)).toList();
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Clause[" + number + ", " + act + ", " + words + "]";
  }
}
