package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Role;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is worth noting in a conversation and says it in the third person, turn by turn: the
 * clinician's statements by {@link ClinicianReader}, the patient's, and answers to what the
 * clinician asked last, by {@link PatientReader}.
 */
final class FactExtractor {
  private final FactCollector draft = new FactCollector();
  private final ClinicianReader clinician;
  private final PatientReader patient;
  private final Monitor monitor;

  private FactExtractor(Pronouns pronouns, Monitor monitor) {
    this.monitor = monitor;
    ThirdPerson thirdPerson = new ThirdPerson(pronouns);
    Complaint complaint = new Complaint(thirdPerson, draft);
    this.clinician = new ClinicianReader(thirdPerson, complaint, draft);
    this.patient = new PatientReader(thirdPerson, complaint, draft);
  }

  static Facts extract(Conversation conversation, Monitor monitor) {
    Pronouns pronouns = Pronouns.of(conversation.turns(), monitor);
    FactExtractor extractor = new FactExtractor(pronouns, monitor);
    conversation.turns().forEach(extractor::read);
    return new Facts(Denials.listed(extractor.draft.facts()), pronouns, conversation.words());
  }

  private void read(Turn turn) {
    if (turn.role() == Role.CLINICIAN || turn.role() == Role.UNKNOWN) {
      for (Clause clause : turn.clauses()) {
        monitor.checkCancelled();
        clinician.read(clause);
      }
      return;
    }
    boolean answering = clinician.question().isPresent();
    patient.begin(clinician.isInHistory(), turn.role() == Role.OTHER);
    for (int i = 0; i < turn.clauses().size(); i++) {
      monitor.checkCancelled();
      Clause clause = turn.clauses().get(i);
      if (answering) {
        patient.answer(clinician.question().get(), clause, Clinical.of(after(turn, i)));
      } else {
        patient.read(clause);
      }
      answering = answering && clause.tokens().isEmpty() && clause.reply() == Clause.Reply.NONE;
    }
    // "I smoke a pack a day", says the husband: the patient has not answered yet
    if (turn.clauses().isEmpty() || !turn.clauses().stream().allMatch(patient::isOfCompanion)) {
      clinician.answered();
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
