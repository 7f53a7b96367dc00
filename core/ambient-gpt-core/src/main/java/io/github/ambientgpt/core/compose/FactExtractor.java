package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.reading.Reading;
import io.github.ambientgpt.core.transcript.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds what is worth noting in a conversation and says it in the third person, turn by turn: the
 * clinician's statements by {@link ClinicianReader}, the patient's, and answers to what the
 * clinician asked last, by {@link PatientReader}.
 */
final class FactExtractor {
  private final Antecedents antecedents;
  private final FactCollector draft;
  private final Iterator<io.github.ambientgpt.core.reading.Clause> clauses;
  private final Reading reading;
  private final ClinicianReader clinician;
  private final PatientReader patient;
  private final Complaint complaint;
  private final Monitor monitor;
  private final Set<Integer> examined = new HashSet<>();
  private final Set<Integer> planned = new HashSet<>();

  /** The clause that is read. */
  private io.github.ambientgpt.core.reading.Clause now;

  /** The clinician's last words. */
  private List<Token> said = List.of();

  /** The clause that the clinician ended with, if it asked nothing. */
  private Optional<Clause> told = Optional.empty();

  private FactExtractor(Reading reading, Pronouns pronouns, Monitor monitor) {
    this.reading = reading;
    this.clauses = reading.clauses().iterator();
    this.monitor = monitor;
    this.antecedents = new Antecedents(reading.clauses().size());
    this.draft = new FactCollector(antecedents);
    ThirdPerson thirdPerson = new ThirdPerson(pronouns, parent(reading));
    this.complaint = new Complaint(thirdPerson, draft);
    this.clinician = new ClinicianReader(thirdPerson, complaint, draft);
    this.patient = new PatientReader(thirdPerson, complaint, draft);
  }

  /** As who speaks in the place of a patient who says nothing: "mother"; empty for nobody. */
  private static String parent(Reading reading) {
    if (reading.clauses().stream().anyMatch(said -> said.speaker().role() == Role.PATIENT)) {
      return "";
    }
    return reading.clauses().stream()
        .map(said -> said.speaker())
        .filter(speaker -> speaker.role() == Role.OTHER)
        .distinct()
        .flatMap(speaker -> Tokenizer.tokens(speaker.label()).stream())
        .map(Token::text)
        .filter(word -> Phrases.english().has("parent", word))
        .findFirst()
        .orElse("");
  }

  static Facts extract(Conversation conversation, Reading reading, Monitor monitor) {
    Pronouns pronouns = Pronouns.of(conversation.turns(), monitor);
    FactExtractor extractor = new FactExtractor(reading, pronouns, monitor);
    conversation.turns().forEach(extractor::read);
    extractor.complaint.end();
    return new Facts(
        Denials.listed(extractor.draft.facts()),
        MeasuredFacts.of(reading, extractor.examined, extractor.planned).stream()
            .filter(measured -> !extractor.draft.isRefused(measured.fact().evidence()))
            .toList(),
        pronouns,
        conversation.words());
  }

  private void read(Turn turn) {
    if (turn.role() == Role.CLINICIAN || turn.role() == Role.UNKNOWN) {
      Optional<Clause> asked = clinician.question();
      for (int i = 0; i < turn.clauses().size(); i++) {
        Clause clause = turn.clauses().get(i);
        OptionalInt number = begin(clause);
        if (i == 0 && number.isPresent() && asked.isPresent() && isAskedByOther(clause)) {
          patient.begin(clinician.isInHistory(), false);
          patient.answer(asked.get(), clause, Clinical.of(after(turn, i)));
          clinician.answered();
          continue;
        }
        patient.hear(clause);
        clinician.read(clause);
        said = clause.length() < 3 ? said : clause.tokens(); // "… your right leg, you said"
        told = clause.question() ? Optional.empty() : Optional.of(clause);
        number.ifPresent(this::place);
      }
      return;
    }
    boolean answering = clinician.question().isPresent();
    patient.begin(clinician.isInHistory(), turn.role() == Role.OTHER);
    for (int i = 0; i < turn.clauses().size(); i++) {
      Clause clause = turn.clauses().get(i);
      begin(clause);
      if (i == 0) {
        told.filter(statement -> clinician.question().isEmpty() && isRefuted(statement, clause))
            .ifPresent(statement -> draft.refute(statement.evidence()));
        CorrectedSide.answered(said, clause.tokens())
            .ifPresent(side -> draft.correctLast(side, clause.evidence()));
      }
      if (answering) {
        patient.answer(clinician.question().get(), clause, Clinical.of(after(turn, i)));
      } else {
        patient.read(clause);
      }
      answering = answering && clause.tokens().isEmpty() && clause.reply() == Clause.Reply.NONE;
    }
    told = Optional.empty();
    // "I smoke a pack a day", says the husband: the patient has not answered yet
    if (turn.clauses().isEmpty() || !turn.clauses().stream().allMatch(patient::isOfCompanion)) {
      clinician.answered();
    }
  }

  /** "You're here about your back." "No, it's my hip": not so; a no to "no fever" agrees. */
  private static boolean isRefuted(Clause statement, Clause answer) {
    boolean negative =
        statement.tokens().stream()
            .anyMatch(
                token ->
                    Phrases.english().has("negation", token.text())
                        || token.text().endsWith("n't"));
    return answer.reply() == Clause.Reply.NO
        && !negative
        && !Phrases.english().within("second-thought", answer.tokens());
  }

  /** Of two clinicians the other asked; what this one says of themself is no answer. */
  private boolean isAskedByOther(Clause clause) {
    return !reading.questions(now).isEmpty()
        && now.speaker().role() == Role.CLINICIAN
        && !Phrases.english().within("first-person", clause.tokens())
        && !clause.question();
  }

  /** The reading has the same clauses, but for those that say nothing at all. */
  private OptionalInt begin(Clause clause) {
    monitor.checkCancelled();
    if (clause.tokens().isEmpty() && clause.reply() == Clause.Reply.NONE) {
      return OptionalInt.empty();
    }
    now = clauses.next();
    antecedents.read(now, reading.questions(now).stream().reduce((a, b) -> b));
    return OptionalInt.of(now.number());
  }

  private void place(int clause) {
    if (!clinician.isInHistory()) {
      examined.add(clause);
    }
    if (clinician.isPlanning()) {
      planned.add(clause);
    }
  }

  private static List<Token> after(Turn turn, int clause) {
    List<Token> tokens = new ArrayList<>();
    turn.clauses()
        .subList(clause + 1, turn.clauses().size())
        .forEach(later -> tokens.addAll(later.tokens()));
    return tokens;
  }
}
