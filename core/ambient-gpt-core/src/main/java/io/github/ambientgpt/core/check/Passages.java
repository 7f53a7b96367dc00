package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.conversation.Clause;
import io.github.ambientgpt.core.conversation.Conversation;
import io.github.ambientgpt.core.conversation.Turn;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.ArrayList;
import java.util.List;

/** Parts a conversation into what statements can rest on. */
final class Passages {
  /** Speech that was written down has its abbreviations from whoever wrote it. */
  private final Reader reader = new Reader(abbreviation -> true);

  private final Transcript transcript;
  private final List<Passage> passages = new ArrayList<>();
  private Clause question;

  private Passages(Transcript transcript) {
    this.transcript = transcript;
  }

  /**
   * @param transcript what the conversation was made of
   */
  static List<Passage> of(Conversation conversation, Transcript transcript) {
    Passages passages = new Passages(transcript);
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
      Reading asked = read(question).with(Polarity.OPEN);
      passages.add(new Passage(question.role(), asked, question.evidence()));
      question = null;
    }
  }

  private Reading read(Clause clause) {
    List<String> utterances =
        clause.evidence().stream().map(Evidence::utterance).distinct().toList();
    String source =
        utterances.size() == 1 ? transcript.utterance(utterances.get(0)).orElseThrow().text() : "";
    return reader.read(clause.tokens(), source);
  }

  private void said(Clause clause) {
    if (clause.tokens().isEmpty()) {
      return;
    }
    if (clause.question()) {
      leaveOpen();
      question = clause;
    } else {
      passages.add(new Passage(clause.role(), read(clause), clause.evidence()));
    }
  }

  /** "Any fever?" and "No" say together that there is no fever. */
  private void answered(Clause clause) {
    Reading asked = read(question);
    Reading told =
        switch (clause.reply()) {
          case YES, PARTLY -> asked;
          case NO -> asked.with(Polarity.NEGATED); // "no fever?" and "no" agree
          case NONE -> asked.with(Polarity.OPEN);
        };
    List<Evidence> evidence = new ArrayList<>(question.evidence());
    evidence.addAll(clause.evidence());
    passages.add(new Passage(clause.role(), told.and(read(clause)), evidence));
    question = null;
  }
}
