package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.conversation.Clause;
import io.github.ambientgpt.core.conversation.Conversation;
import io.github.ambientgpt.core.conversation.Turn;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import java.util.ArrayList;
import java.util.List;

/** Parts a conversation into what statements can rest on. */
final class Passages {
  private final Reader reader = new Reader();
  private final List<Passage> passages = new ArrayList<>();
  private Clause question;

  private Passages() {}

  static List<Passage> of(Conversation conversation) {
    Passages passages = new Passages();
    conversation.turns().forEach(passages::read);
    passages.leaveOpen();
    return List.copyOf(passages.passages);
  }

  private void read(Turn turn) {
    boolean answers = turn.role() != Role.CLINICIAN && question != null;
    for (Clause clause : turn.clauses()) {
      if (answers && (!clause.tokens().isEmpty() || clause.reply() != Clause.Reply.NONE)) {
        answered(clause);
        answers = false;
      } else {
        said(clause);
      }
    }
    if (turn.role() != Role.CLINICIAN) {
      leaveOpen();
    }
  }

  /** A question that nobody answered still says what was spoken of. */
  private void leaveOpen() {
    if (question != null) {
      Reading asked = reader.read(question.tokens()).with(Polarity.OPEN);
      passages.add(new Passage(question.role(), asked, question.evidence()));
      question = null;
    }
  }

  private void said(Clause clause) {
    if (clause.tokens().isEmpty()) {
      return;
    }
    if (clause.question()) {
      leaveOpen();
      question = clause;
    } else {
      passages.add(new Passage(clause.role(), reader.read(clause.tokens()), clause.evidence()));
    }
  }

  /** "Any fever?" and "No" say together that there is no fever. */
  private void answered(Clause clause) {
    Reading asked = reader.read(question.tokens());
    Reading told =
        switch (clause.reply()) {
          case YES, PARTLY -> asked;
          case NO -> asked.with(Polarity.NEGATED); // "no fever?" and "no" agree
          case NONE -> asked.with(Polarity.OPEN);
        };
    List<Evidence> evidence = new ArrayList<>(question.evidence());
    evidence.addAll(clause.evidence());
    passages.add(new Passage(clause.role(), told.and(reader.read(clause.tokens())), evidence));
    question = null;
  }
}
