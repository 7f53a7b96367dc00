package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Conversation;
import io.github.ambientgpt.core.cleaning.Turn;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Parts a conversation into what statements can rest on. */
final class Passages {
  private static final Pattern TAG = Pattern.compile("(?i),\\s*(?:okay|ok|all ?right)\\s*\\?\\s*$");

  private final Reader asking = Reader.ofSpeech(true);
  private final Reader telling = Reader.ofSpeech(false);

  private final Transcript transcript;
  private final List<Passage> passages = new ArrayList<>();

  /** What one speaker asked and nobody has answered yet. */
  private final List<Asked> open = new ArrayList<>();

  private record Asked(Clause clause, Reading reading) {}

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
    boolean answers = turn.role() != Role.CLINICIAN && !open.isEmpty();
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
    open.forEach(asked -> add(asked, asked.reading().asked(Polarity.OPEN)));
    open.clear();
  }

  private void add(Asked asked, Reading reading) {
    passages.add(new Passage(asked.clause().role(), reading, asked.clause().evidence()));
  }

  private void said(Clause clause) {
    if (clause.tokens().isEmpty()) {
      return;
    }
    Reading reading = read(clause);
    boolean unmarked =
        clause.role() == Role.CLINICIAN
            && reading.terms().stream().anyMatch(term -> term.polarity() == Polarity.OPEN);
    if (clause.question() && !isTagged(clause) || unmarked) {
      open.add(new Asked(clause, reading));
    } else {
      leaveOpen();
      passages.add(new Passage(clause.role(), reading, clause.evidence()));
    }
  }

  /** "There is some edema, okay?" asks for nothing. */
  private boolean isTagged(Clause clause) {
    Evidence last = clause.evidence().get(clause.evidence().size() - 1);
    String text = transcript.utterance(last.utterance()).orElseThrow().text();
    return !Cues.is("asks", clause.tokens().get(0).text())
        && TAG.matcher(text.substring(last.begin(), last.end())).find();
  }

  /** "Any fever?" and "No" say together that there is no fever. */
  private void answered(Clause clause) {
    Asked last = open.remove(open.size() - 1);
    if (clause.reply() == Clause.Reply.NO) { // "Any fever? Chills?" "No"
      open.forEach(
          asked ->
              passages.add(
                  new Passage(
                      clause.role(),
                      asked.reading().asked(Polarity.NEGATED),
                      joined(asked.clause(), clause))));
      open.clear();
    }
    leaveOpen();
    Reading answer = read(clause).answering(last.reading());
    Reading told =
        switch (clause.reply()) {
          case YES -> last.reading().asked(Polarity.AFFIRMED);
          case NO -> last.reading().asked(Polarity.NEGATED); // "no fever?" and "no" agree
          case PARTLY ->
              last.reading().asked(answer.namesClinical() ? Polarity.OPEN : Polarity.AFFIRMED);
          case NONE ->
              last.reading()
                  .asked(
                      namesDrug(answer) && !namesDrug(last.reading()) // "Allergies?" "Penicillin"
                          ? Polarity.AFFIRMED
                          : Polarity.OPEN);
        };
    passages.add(
        new Passage(
            clause.role(),
            told.without(answer.terms()).and(answer),
            joined(last.clause(), clause)));
  }

  private static boolean namesDrug(Reading reading) {
    return reading.of(ConceptKind.DRUG).anyMatch(drug -> drug.polarity() == Polarity.AFFIRMED);
  }

  private static List<Evidence> joined(Clause question, Clause answer) {
    List<Evidence> evidence = new ArrayList<>(question.evidence());
    evidence.addAll(answer.evidence());
    return evidence;
  }

  private Reading read(Clause clause) {
    List<String> utterances =
        clause.evidence().stream().map(Evidence::utterance).distinct().toList();
    String source =
        utterances.size() == 1 ? transcript.utterance(utterances.get(0)).orElseThrow().text() : "";
    return (clause.role() == Role.PATIENT ? telling : asking).read(clause.tokens(), source);
  }
}
