package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what a patient, or who came along, says: of themself, and to what was asked. */
final class PatientReader {
  private static final double HISTORY = 0.4;
  private static final double LATER = 0.1;

  private final Phrases phrases = Phrases.english();
  private final Conjugation verbs = new Conjugation();
  private final ThirdPerson thirdPerson;
  private final Answers answers;
  private final ThirdParties others;
  private final Complaint complaint;
  private final FactCollector draft;
  private boolean history = true;

  PatientReader(ThirdPerson thirdPerson, Complaint complaint, FactCollector draft) {
    this.thirdPerson = thirdPerson;
    this.answers = new Answers(thirdPerson);
    this.others = new ThirdParties();
    this.complaint = complaint;
    this.draft = draft;
  }

  /**
   * A turn begins.
   *
   * @param inHistory whether nothing was examined yet
   */
  void begin(boolean inHistory) {
    history = inHistory;
    others.forget();
  }

  /**
   * @param later what the patient goes on to say
   */
  void answer(Clause question, Clause clause, Clinical later) {
    List<Token> asked = question.tokens();
    Clinical theme = Clinical.of(asked);
    List<Evidence> both = both(question, clause);
    if (phrases.within("allergy", asked)
        && Clinical.of(clause.tokens()).names(ConceptKind.DRUG, ConceptKind.SUBSTANCE)
        && !verbs.isSentence(clause.tokens())) {
      String text = "Allergic to " + Prose.text(clause.tokens()) + ".";
      draft.add(Content.ALLERGIES, "", text, 1, both);
      return;
    }
    // what the patient says of it in their own words goes before a mere yes or no
    boolean specific =
        theme.shares(Clinical.of(clause.tokens()))
            || theme.shares(later)
            || clause.reply() == Clause.Reply.YES && retold(asked, clause.tokens());
    if (specific
        && clause.reply() == Clause.Reply.NO
        && Words.startsWith(clause.tokens(), 0, "no")) {
      denied(clause, both);
      return;
    }
    if (clause.reply() != Clause.Reply.NONE && !specific) {
      Optional<Answers.Statement> statement =
          answers.statement(asked, clause.reply(), clause.tokens());
      if (statement.isPresent()) {
        Content content = Retelling.history(asked, theme);
        if (!history && phrases.within("examining", asked)) {
          content = Content.EXAMINATION;
        } else if (content == Content.HISTORY && statement.get().symptom()) {
          content = Content.REVIEW_OF_SYSTEMS;
        }
        draft.add(content, "", Prose.sentence(statement.get().tokens()), 0.8, both);
        if (statement.get().whole()) {
          return;
        }
      }
    }
    if (!verbs.isSentence(clause.tokens()) && !clause.tokens().isEmpty()) {
      answers
          .fragment(asked, clause.tokens())
          .map(statement -> Prose.sentence(statement.tokens()))
          .ifPresent(text -> draft.add(Retelling.history(asked, theme), "", text, 0.6, both));
      return;
    }
    read(clause);
  }

  /** "Does it move anywhere?" "It's moved down": the answer says it all. */
  private boolean retold(List<Token> asked, List<Token> answer) {
    if (answer.size() < 4 || !verbs.isSentence(answer)) {
      return false;
    }
    return answer.stream()
        .map(token -> verbs.base(token.text()))
        .flatMap(Optional::stream)
        .anyMatch(
            base ->
                !verbs.isAuxiliary(base)
                    && asked.stream()
                        .anyMatch(t -> verbs.base(t.text()).filter(base::equals).isPresent()));
  }

  private static List<Evidence> both(Clause asked, Clause answered) {
    List<Evidence> evidence = new ArrayList<>(asked.evidence());
    evidence.addAll(answered.evidence());
    return evidence;
  }

  /** "No chest pain, but I do get short of breath". */
  private void denied(Clause clause, List<Evidence> both) {
    List<Token> tokens = clause.tokens();
    int but = 1;
    while (but < tokens.size() && !tokens.get(but).is("but")) {
      but++;
    }
    List<Token> denied = new ArrayList<>(tokens.subList(0, but));
    denied.set(0, denied.get(0).as("denies"));
    String text = Prose.sentence(thirdPerson.patient(denied));
    draft.add(Content.REVIEW_OF_SYSTEMS, "", text, 0.8, both);
    if (but + 1 < tokens.size()) {
      read(clause.withTokens(tokens.subList(but + 1, tokens.size())));
    }
  }

  void read(Clause said) {
    Clause clause = said.withTokens(others.named(said.tokens()));
    CorrectedSide.in(clause.tokens()).ifPresent(side -> draft.correct(side, clause.evidence()));
    List<Token> tokens = clause.tokens();
    Clinical clinical = Clinical.of(tokens);
    if (clause.question()
        || clause.length() < 3
        || clinical.isVacuous()
        || !verbs.isSentence(tokens)
        || isAside(tokens, clinical)
        || tokens.stream().anyMatch(t -> t.text().startsWith("you"))) {
      return;
    }
    if (history && !phrases.within("household", tokens)) {
      complaint.read(clause, clinical);
    }
    double weight = (history ? HISTORY : LATER) + clinical.density() / 2;
    String text = Prose.sentence(thirdPerson.patient(tokens));
    draft.add(Retelling.history(tokens, clinical), "", text, weight, clause);
  }

  private boolean isAside(List<Token> tokens, Clinical clinical) {
    boolean small = phrases.within("small-talk", tokens) && !clinical.hasNumber();
    return phrases.has("relative", tokens.get(0).text()) || small || phrases.within("meta", tokens);
  }
}
