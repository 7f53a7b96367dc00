package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.cleaning.Clause.Reply;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a conversation clause by clause, and questions together with their answers. */
final class Exchanges {
  private static final Pattern TAG = Pattern.compile("(?i),\\s*(?:okay|ok|all ?right)\\s*\\?\\s*$");

  private final ClinicalReader reader;
  private final Map<String, Utterance> utterances = new HashMap<>();
  private final Persons persons;
  private final List<Clause> clauses = new ArrayList<>();

  /** The numbers of the questions that nobody has answered yet. */
  private final List<Integer> open = new ArrayList<>();

  Exchanges(ClinicalReader reader, Transcript transcript) {
    this.reader = reader;
    transcript.utterances().forEach(utterance -> utterances.put(utterance.id(), utterance));
    this.persons = Persons.of(transcript);
  }

  Reading read(Conversation conversation) {
    conversation.turns().forEach(this::read);
    leaveOpen();
    return new Reading(clauses);
  }

  private void read(Turn turn) {
    boolean asker = turn.role() == Role.CLINICIAN;
    boolean answers = !asker && !open.isEmpty();
    for (io.github.ambientgpt.core.cleaning.Clause said : turn.clauses()) {
      boolean something = !said.tokens().isEmpty() || said.reply() != Reply.NONE;
      if (!something) {
        continue;
      }
      Clause clause = clause(said);
      clauses.add(clause);
      if (answers) {
        answered(clause);
        answers = false;
      } else if (asks(said, clause)) {
        open.add(clause.number());
      } else if (!clause.words().isEmpty()) {
        leaveOpen();
      }
    }
    if (!asker) {
      leaveOpen();
    }
  }

  /** A question that nobody answered still says what was spoken of. */
  private void leaveOpen() {
    open.forEach(number -> clauses.set(number, clauses.get(number).asked(Polarity.OPEN)));
    open.clear();
  }

  private Clause clause(io.github.ambientgpt.core.cleaning.Clause said) {
    List<String> ids = said.evidence().stream().map(Evidence::utterance).distinct().toList();
    Utterance first = utterances.get(ids.get(0));
    Speaker speaker = new Speaker(first.speaker().label(), said.role());
    Tokens tokens = Tokens.of(said.tokens(), ids.size() == 1 ? first.text() : "");
    persons.speaks(speaker);
    boolean asks = said.role() != Role.PATIENT;
    return reader.clause(
        clauses.size(),
        speaker,
        said.question() ? Act.ASKS : Act.TELLS,
        said.reply(),
        tokens,
        asks,
        persons,
        said.evidence());
  }

  private boolean asks(io.github.ambientgpt.core.cleaning.Clause said, Clause clause) {
    boolean unmarked =
        said.role() == Role.CLINICIAN
            && clause.assertions().stream().anyMatch(a -> a.polarity() == Polarity.OPEN);
    return said.question() && !isTagged(said) || unmarked;
  }

  /** "There is some edema, okay?" asks for nothing. */
  private boolean isTagged(io.github.ambientgpt.core.cleaning.Clause clause) {
    Evidence last = clause.evidence().get(clause.evidence().size() - 1);
    String text = utterances.get(last.utterance()).text();
    return !clause.tokens().isEmpty()
        && !Cues.is(WordClass.ASKS, clause.tokens().get(0).text())
        && TAG.matcher(text.substring(last.begin(), last.end())).find();
  }

  /** "Any fever?" and "No" say together that there is no fever. */
  private void answered(Clause answer) {
    List<Integer> answered = new ArrayList<>();
    if (answer.reply() == Reply.NO) { // "Any fever? Chills?" "No"
      answered.addAll(open);
    } else {
      answered.add(open.get(open.size() - 1));
    }
    open.removeAll(answered);
    leaveOpen();
    Clause last = clauses.get(answered.get(answered.size() - 1));
    Clause told = answer.answering(answered, last.experiencer());
    clauses.set(told.number(), told);
    for (int number : answered) {
      Clause question = clauses.get(number);
      clauses.set(number, question.asked(polarity(question, told)).agreeing(told));
    }
  }

  private static Polarity polarity(Clause question, Clause answer) {
    return switch (answer.reply()) {
      case YES ->
          question.isNegative() && answer.words().isEmpty()
              ? Polarity.NEGATED // "No fever?" "Right."
              : Polarity.AFFIRMED;
      case NO -> Polarity.NEGATED; // "No fever?" and "No" agree
      case PARTLY -> answer.isClinical() ? Polarity.OPEN : Polarity.AFFIRMED;
      case NONE ->
          namesDrug(answer) && !namesDrug(question) // "Allergies?" "Penicillin"
              ? Polarity.AFFIRMED
              : Polarity.OPEN;
    };
  }

  private static boolean namesDrug(Clause clause) {
    return clause
        .mentions(ConceptKind.DRUG)
        .anyMatch(drug -> drug.assertion().polarity() == Polarity.AFFIRMED);
  }
}
