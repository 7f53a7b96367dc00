package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.conversation.Clause;
import io.github.ambientgpt.core.conversation.Phrases;
import io.github.ambientgpt.core.conversation.Turn;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.template.Content;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.transcript.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what is worth noting in a conversation and says it in the third person. It reads turn by
 * turn and keeps in mind which part of the visit it is in, what was asked last, and which problem
 * the clinician speaks of.
 */
final class FactExtractor {
  private enum Part {
    HISTORY,
    EXAMINATION,
    PLAN
  }

  private final Phrases phrases = Phrases.english();
  private final Verbs verbs = Verbs.english();
  private final ThirdPerson thirdPerson;
  private final Answers answers;

  private final List<Fact> facts = new ArrayList<>();
  private Part part = Part.HISTORY;
  private String problem = "";
  private Clause question;

  private FactExtractor(Pronouns pronouns) {
    this.thirdPerson = new ThirdPerson(pronouns);
    this.answers = new Answers(thirdPerson);
  }

  static List<Fact> extract(List<Turn> turns) {
    FactExtractor extractor = new FactExtractor(Pronouns.of(turns));
    for (Turn turn : turns) {
      extractor.read(turn);
    }
    return List.copyOf(extractor.facts);
  }

  private void read(Turn turn) {
    if (turn.role() == Role.CLINICIAN || turn.role() == Role.UNKNOWN) {
      for (Clause clause : turn.clauses()) {
        clinician(clause);
      }
      return;
    }
    boolean first = true;
    for (Clause clause : turn.clauses()) {
      if (first && question != null) {
        answer(clause);
      } else {
        patient(clause);
      }
      first = first && clause.tokens().isEmpty() && clause.reply() == Clause.Reply.NONE;
    }
    question = null;
  }

  // -- the clinician

  private void clinician(Clause clause) {
    List<Token> tokens = clause.tokens();
    if (tokens.isEmpty()) {
      return;
    }
    enter(tokens);
    if (clause.question()) {
      question = clause;
      return;
    }
    boolean small = phrases.within("small-talk", tokens);
    boolean order = phrases.within("order", tokens);
    boolean finding = phrases.within("finding", tokens);
    boolean result = phrases.within("result-word", tokens);
    boolean vitals = phrases.within("vitals", tokens);
    boolean intends = Orders.intends(tokens);
    if (small && !(order && intends) && !finding && !vitals || clause.length() < 3) {
      return;
    }
    question = null;
    Optional<List<Token>> named = part == Part.HISTORY ? Optional.empty() : Problem.named(tokens);
    if (named.isPresent() && !finding) {
      part = Part.PLAN;
      problem = Prose.capitalized(Prose.text(named.get()));
      add(Content.ASSESSMENT, problem, Prose.sentence(named.get()), 1, clause);
    }
    boolean future = intends && order;
    if (vitals && !future && (hasNumber(tokens) || finding)) {
      add(Content.VITALS, "", told(tokens), 0.9, clause);
    } else if (part == Part.EXAMINATION && finding && !future) {
      add(result ? Content.RESULTS : Content.EXAMINATION, "", found(tokens), 0.9, clause);
    } else if (result && !future && (finding || hasNumber(tokens) || phrases.within("results-start", tokens)) && part != Part.HISTORY) {
      add(Content.RESULTS, "", found(tokens), 0.9, clause);
    } else if (future || part == Part.PLAN && order) {
      boolean followUp = phrases.within("follow-up", tokens);
      add(followUp ? Content.INSTRUCTIONS : Content.PLAN, problem, ordered(tokens), intends ? 1 : 0.7, clause);
    } else if (part == Part.PLAN) {
      add(Content.ASSESSMENT, problem, ordered(tokens), 0.5, clause);
    } else if (part == Part.HISTORY) {
      historyByClinician(clause);
    }
  }

  private void historyByClinician(Clause clause) {
    List<Token> tokens = clause.tokens();
    boolean presents = tokens.stream().anyMatch(t -> t.text().endsWith("year-old") || t.is("presents") || t.is("old"));
    boolean yours = tokens.stream().anyMatch(t -> t.text().startsWith("you"));
    if (presents) {
      add(Content.HISTORY, "", told(tokens), 1, clause);
    } else if (phrases.within("past", tokens)) {
      add(Content.HISTORY, "", told(tokens), 0.7, clause);
    } else if (yours && (phrases.within("medication", tokens) || hasNumber(tokens))) {
      add(Content.HISTORY, "", told(tokens), 0.5, clause);
    } else if (phrases.within("result-word", tokens) || phrases.within("finding", tokens)) {
      add(Content.RESULTS, "", found(tokens), 0.5, clause);
    }
  }

  private void enter(List<Token> tokens) {
    if (phrases.within("plan-start", tokens) && (part != Part.HISTORY || phrases.within("order", tokens))) {
      part = Part.PLAN;
    } else if (part == Part.HISTORY && phrases.within("exam-start", tokens)) {
      part = Part.EXAMINATION;
    } else if (part == Part.EXAMINATION && Orders.intends(tokens) && phrases.within("order", tokens) && !phrases.within("exam-start", tokens)) {
      part = Part.PLAN;
    }
  }

  private String told(List<Token> tokens) {
    return Prose.sentence(thirdPerson.clinician(Orders.impersonal(tokens)));
  }

  /** "On your heart exam, you have a murmur": the finding, without who has it. */
  private String found(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (Token token : Orders.impersonal(tokens)) {
      told.add(token.is("your") ? token.as("the") : token);
    }
    return Prose.sentence(thirdPerson.clinician(told));
  }

  private String ordered(List<Token> tokens) {
    return Prose.sentence(thirdPerson.clinician(Orders.impersonal(tokens)));
  }

  // -- the patient

  private void answer(Clause clause) {
    List<Token> asked = question.tokens();
    if (clause.reply() != Clause.Reply.NONE) {
      Optional<Answers.Statement> statement = answers.statement(asked, clause.reply(), clause.tokens());
      if (statement.isPresent()) {
        Content content = content(asked);
        if (content == Content.HISTORY && statement.get().symptom()) {
          content = Content.REVIEW_OF_SYSTEMS;
        }
        facts.add(new Fact(content, "", Prose.sentence(statement.get().tokens()), 0.8, both(question, clause)));
        if (clause.reply() == Clause.Reply.PARTLY) {
          return;
        }
      }
    }
    if (!verbs.hasVerb(clause.tokens()) && !clause.tokens().isEmpty()) {
      answers
          .fragment(asked, clause.tokens())
          .ifPresent(
              statement ->
                  facts.add(
                      new Fact(
                          content(asked),
                          "",
                          Prose.sentence(statement.tokens()),
                          0.6,
                          both(question, clause))));
      return;
    }
    patient(clause);
  }

  private static List<Evidence> both(Clause asked, Clause answered) {
    List<Evidence> evidence = new ArrayList<>(asked.evidence());
    evidence.addAll(answered.evidence());
    return evidence;
  }

  private void patient(Clause clause) {
    List<Token> tokens = clause.tokens();
    if (clause.question() || clause.length() < 3 || phrases.within("small-talk", tokens)) {
      return;
    }
    if (tokens.stream().anyMatch(t -> t.text().startsWith("you"))) {
      return;
    }
    if (!verbs.hasVerb(tokens)) {
      return;
    }
    List<Token> told = thirdPerson.patient(tokens);
    boolean clinical = phrases.within("medication", tokens) || phrases.within("finding", tokens) || hasNumber(tokens);
    add(content(tokens), "", Prose.sentence(told), part == Part.HISTORY ? clinical ? 0.7 : 0.6 : 0.2, clause);
  }

  private Content content(List<Token> tokens) {
    if (phrases.within("family", tokens)) {
      return Content.FAMILY_HISTORY;
    }
    if (phrases.within("allergy", tokens)) {
      return Content.ALLERGIES;
    }
    if (phrases.within("social", tokens)) {
      return Content.SOCIAL_HISTORY;
    }
    if (phrases.within("past", tokens)) {
      return Content.PAST_HISTORY;
    }
    if (phrases.within("mental", tokens)) {
      return Content.MENTAL_HEALTH;
    }
    return Content.HISTORY;
  }

  private static boolean hasNumber(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (io.github.ambientgpt.core.text.Numbers.at(tokens, i).isPresent() && !tokens.get(i).is("one")) {
        return true;
      }
    }
    return false;
  }

  private void add(Content content, String topic, String text, double weight, Clause clause) {
    if (text.split(" ").length >= 2) {
      facts.add(new Fact(content, topic, text, weight, clause.evidence()));
    }
  }
}
