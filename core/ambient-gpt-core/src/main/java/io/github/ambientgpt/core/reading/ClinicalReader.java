package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.cleaning.Clause.Reply;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.Abbreviation;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * Reads a visit, or a statement of a note, alike. Thread-safe.
 *
 * @since 0.1.0
 */
public final class ClinicalReader {
  private static final ClinicalReader ENGLISH = new ClinicalReader();

  private ClinicalReader() {}

  /** American and British English. */
  public static ClinicalReader english() {
    return ENGLISH;
  }

  /**
   * Reads a visit.
   *
   * @throws io.github.ambientgpt.core.error.CancelledException when the monitor says so
   */
  public Reading read(Transcript transcript, Monitor monitor) {
    return read(new CleanStage().run(transcript, monitor), transcript, monitor);
  }

  /**
   * Reads what was cleaned already.
   *
   * @param transcript what the conversation was made of
   * @throws io.github.ambientgpt.core.error.CancelledException when the monitor says so
   */
  public Reading read(Conversation conversation, Transcript transcript, Monitor monitor) {
    return new Exchanges(this, transcript, monitor).read(conversation);
  }

  /** Reads a statement of a note, whose ambiguous abbreviations are left as they stand. */
  public Clause statement(String text) {
    return statement(text, abbreviation -> false);
  }

  /**
   * Reads a statement of a note.
   *
   * @param meant whether an ambiguous abbreviation has its usual meaning here
   */
  public Clause statement(String text, Predicate<Abbreviation> meant) {
    return clause(
        -1,
        Speaker.UNKNOWN,
        Act.TELLS,
        Reply.NONE,
        Abbreviations.expanded(Tokens.of(text), meant),
        false,
        new Persons(),
        List.of());
  }

  Clause clause(
      int number,
      Speaker speaker,
      Act act,
      Reply reply,
      Tokens tokens,
      boolean asks,
      Persons persons,
      List<Evidence> evidence) {
    List<Tokens.Found<Concept>> concepts =
        tokens.concepts().stream()
            .filter(found -> !StopWords.has(tokens.written(found.words())))
            .toList();
    BitSet taken = new BitSet();
    List<Amount> amounts = withoutNames(AmountReader.of(tokens, taken), concepts, taken);
    List<Side> sides = new SideReader(tokens.list(), concepts).sides(taken);
    List<Assertion> assertions =
        AssertionReader.of(
            tokens, concepts, asks, act != Act.ASKS && speaker.role() != Role.PATIENT, persons);
    List<Mention> mentions =
        concepts.stream()
            .filter(found -> !taken.get(found.words().from()))
            .map(
                found ->
                    new Mention(
                        found.value(),
                        found.words(),
                        tokens.written(found.words()),
                        assertion(assertions, found.words())))
            .toList();
    return new Clause(
        number,
        speaker,
        act,
        List.of(),
        reply,
        tokens,
        assertions,
        mentions,
        amounts.stream().map(amount -> AmountReader.owned(amount, mentions, tokens)).toList(),
        sides,
        evidence);
  }

  /** The 2 of "type 2 diabetes" counts nothing: a name may hold a number. */
  private static List<Amount> withoutNames(
      List<Amount> amounts, List<Tokens.Found<Concept>> concepts, BitSet taken) {
    return amounts.stream()
        .filter(
            amount -> {
              boolean name =
                  concepts.stream()
                      .anyMatch(
                          found ->
                              found.value().kind() == ConceptKind.CONDITION
                                  && found.words().length() > amount.words().length()
                                  && found.words().covers(amount.words()));
              if (name) {
                taken.clear(amount.words().from(), amount.words().to());
              }
              return !name;
            })
        .toList();
  }

  /** "Quit smoking" is one term, and over. */
  private static Assertion assertion(List<Assertion> assertions, Range words) {
    Assertion first = assertions.get(words.from());
    boolean stopped =
        assertions.subList(words.from(), words.to()).stream()
            .anyMatch(one -> one.status() == Status.STOPPED);
    boolean open = first.status() == Status.HAS || first.status() == Status.HAD;
    return stopped && open ? first.with(Status.STOPPED) : first;
  }
}
