package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.conversation.Clause;
import io.github.ambientgpt.core.text.Phrases;
import io.github.ambientgpt.core.conversation.Turn;
import io.github.ambientgpt.core.conversation.Words;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.template.Content;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.text.Tokenizer;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.BodySystem;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

  /**
   * A question in the midst of a statement, two subjects in a row, a first or second person, a word
   * left open at the end.
   */
  private static final Pattern BROKEN =
      Pattern.compile(
          "(?i)\\b(?:do|did|are|were|have|can|could|what are|how are) the patient\\b"
              + "|\\bthe patient the patient\\b|\\bthe clinician the clinician\\b"
              + "|^(?:what|how|why|who)\\b"
              + "|\\b(?:i|i'm|i've|i'll|i'd|me|my|we|we're|we've|we'll|us|our|you|your|you're)\\b"
              + "|\\b(?:the|a|an|and|or|but|of|my|than|is|are|because|if|when|the patient's?) ?\\.$");

  /** Of these a few words are enough: they are read as lists. */
  private static final Set<Content> LISTED =
      EnumSet.of(
          Content.MEDICATIONS,
          Content.ALLERGIES,
          Content.VITALS,
          Content.EXAMINATION,
          Content.RESULTS);

  private static final Set<String> RELATIVE = Phrases.english().group("relative");

  private final Phrases phrases = Phrases.english();
  private final Verbs verbs = new Verbs();
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
    for (int i = 0; i < turn.clauses().size(); i++) {
      Clause clause = turn.clauses().get(i);
      if (first && question != null) {
        answer(clause, Clinical.of(after(turn, i)));
      } else {
        patient(clause);
      }
      first = first && clause.tokens().isEmpty() && clause.reply() == Clause.Reply.NONE;
    }
    question = null;
  }

  private static List<Token> after(Turn turn, int clause) {
    List<Token> tokens = new ArrayList<>();
    turn.clauses()
        .subList(clause + 1, turn.clauses().size())
        .forEach(later -> tokens.addAll(later.tokens()));
    return tokens;
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
    Clinical clinical = Clinical.of(tokens);
    boolean intends = Orders.intends(tokens);
    boolean order = phrases.within("order", tokens);
    boolean finding = phrases.within("finding", tokens) || clinical.names(Kind.FINDING);
    boolean vitals = phrases.within("vitals", tokens);
    boolean future = intends && order || orders(tokens, clinical);
    if (clause.length() < 3 || clinical.isVacuous() || isAside(tokens, clinical, future, finding)) {
      return;
    }
    question = null;
    Optional<List<Token>> named =
        part == Part.HISTORY || finding ? Optional.empty() : Problem.named(tokens);
    named.ifPresent(name -> turnTo(name, clause));
    if (phrases.within("diagnosis", tokens) && clinical.names(Kind.CONDITION) && !finding) {
      diagnosed(clause, clinical);
      return;
    }
    boolean result = phrases.within("result-word", tokens) || clinical.names(Kind.TEST);
    boolean read = clinical.hasNumber() || finding || phrases.within("results-start", tokens);
    double weight = 0.5 + clinical.density() / 2;
    if (vitals && !future && (clinical.hasNumber() || finding)) {
      add(Content.VITALS, "", told(tokens), weight, clause);
    } else if (part == Part.EXAMINATION && finding && !future) {
      examined(result, tokens, clinical, weight, clause);
    } else if (result && !future && read && part != Part.HISTORY) {
      add(Content.RESULTS, "", found(tokens), weight, clause);
    } else if (future || part == Part.PLAN && order) {
      boolean followUp = phrases.within("follow-up", tokens);
      Content content = followUp ? Content.INSTRUCTIONS : Content.PLAN;
      add(content, followUp ? "" : problem, told(tokens), intends ? 1 : weight, clause);
    } else if (part == Part.PLAN) {
      add(Content.ASSESSMENT, problem, told(tokens), weight - 0.1, clause);
    } else if (part == Part.HISTORY) {
      historyByClinician(clause, clinical);
    }
  }

  /** Small talk, talk about the visit itself, and clauses that lost what they belong to. */
  private boolean isAside(List<Token> tokens, Clinical clinical, boolean future, boolean finding) {
    if (RELATIVE.contains(tokens.get(0).text())) {
      return true;
    }
    boolean small = phrases.within("small-talk", tokens) && !clinical.hasNumber();
    boolean meta = phrases.within("meta", tokens);
    return (small || meta) && !finding && !(future && clinical.density() > 0.2);
  }

  private void turnTo(List<Token> name, Clause clause) {
    part = Part.PLAN;
    problem = Prose.capitalized(Prose.text(name));
    add(Content.ASSESSMENT, problem, Prose.sentence(name), 1, clause);
  }

  /** "Take ibuprofen", "don't drive": an order needs no "I want you to". */
  private boolean orders(List<Token> tokens, Clinical clinical) {
    boolean what =
        clinical.hasNumber()
            || phrases.within("follow-up", tokens)
            || clinical.names(
                Kind.DRUG, Kind.DRUG_CLASS, Kind.SUBSTANCE, Kind.TEST, Kind.PROCEDURE);
    return phrases.at("imperative", tokens, 0) > 0 && what && !phrases.within("meta", tokens);
  }

  /** "I think you have …": from here on the clinician speaks of that problem. */
  private void diagnosed(Clause clause, Clinical clinical) {
    if (part != Part.PLAN || problem.isEmpty()) {
      problem = clinical.first(Kind.CONDITION).map(Prose::capitalized).orElse(problem);
    }
    part = Part.PLAN;
    add(Content.ASSESSMENT, problem, told(clause.tokens()), 0.9, clause);
  }

  private void examined(
      boolean result, List<Token> tokens, Clinical clinical, double weight, Clause clause) {
    if (result && !clinical.names(Kind.FINDING, Kind.BODY_PART)) {
      add(Content.RESULTS, "", found(tokens), weight, clause);
    } else {
      add(
          Content.EXAMINATION,
          clinical.system().map(BodySystem::title).orElse(""),
          found(tokens),
          weight,
          clause);
    }
  }

  private void historyByClinician(Clause clause, Clinical clinical) {
    List<Token> tokens = clause.tokens();
    boolean presents =
        tokens.stream()
            .anyMatch(t -> t.text().endsWith("year-old") || t.is("presents") || t.is("old"));
    boolean yours = tokens.stream().anyMatch(t -> t.text().startsWith("you"));
    if (tokens.get(0).is("if")) { // "if you had a stroke you would know"
      return;
    }
    if (presents) {
      complaint(clause, clinical);
      add(Content.HISTORY, "", told(tokens), 1, clause);
    } else if (phrases.within("past", tokens)) {
      add(Content.PAST_HISTORY, "", told(tokens), 0.4 + clinical.density() / 2, clause);
    } else if (yours && clinical.density() > 0) {
      add(content(tokens, clinical), "", told(tokens), 0.3 + clinical.density() / 2, clause);
    } else if (phrases.within("finding", tokens) || clinical.names(Kind.FINDING)) {
      boolean result = phrases.within("result-word", tokens) || clinical.names(Kind.TEST);
      examined(result, tokens, clinical, 0.3 + clinical.density() / 2, clause);
    } else if (phrases.within("result-word", tokens)) {
      add(Content.RESULTS, "", found(tokens), 0.3 + clinical.density() / 2, clause);
    }
  }

  /**
   * What the clinician says that the patient is here for; until that is said, the first complaint
   * that anybody names.
   */
  private void complaint(Clause clause, Clinical clinical) {
    Optional<String> reason = presented(clause.tokens());
    if (reason.isPresent()) {
      facts.removeIf(fact -> fact.content() == Content.CHIEF_COMPLAINT);
    }
    if (facts.stream().noneMatch(fact -> fact.content() == Content.CHIEF_COMPLAINT)) {
      reason
          .or(clinical::complaint)
          .map(words -> Prose.sentence(thirdPerson.of(clause.role(), Tokenizer.tokens(words))))
          .ifPresent(text -> add(Content.CHIEF_COMPLAINT, "", text, 1, clause));
    }
  }

  /** What follows "presents today with" or "is here for". */
  private static Optional<String> presented(List<Token> tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      if (Set.of("presents", "here", "presenting").contains(tokens.get(i).text())) {
        int from = i + 1;
        while (from < tokens.size()
            && Set.of("today", "here", "to", "the", "clinic", "in", "this", "morning")
                .contains(tokens.get(from).text())) {
          from++;
        }
        if (from + 1 < tokens.size() && Set.of("with", "for").contains(tokens.get(from).text())) {
          int to = from + 1;
          while (to < tokens.size()
              && to - from < 9
              && tokens.get(to).isWord()
              && !Set.of("who", "and", "so", "that", "after", "because", "which", "since")
                  .contains(tokens.get(to).text())) {
            to++;
          }
          List<Token> complaint = tokens.subList(from + 1, to);
          complaint =
              complaint.subList(
                  complaint.size() > 1
                          && Set.of("a", "an", "some", "the", "his", "her")
                              .contains(complaint.get(0).text())
                      ? 1
                      : 0,
                  complaint.size());
          return complaint.isEmpty() ? Optional.empty() : Optional.of(Prose.text(complaint));
        }
      }
    }
    return Optional.empty();
  }

  private void enter(List<Token> tokens) {
    if (phrases.within("plan-start", tokens)
        && (part != Part.HISTORY || phrases.within("order", tokens))) {
      part = Part.PLAN;
    } else if (part == Part.HISTORY && phrases.within("exam-start", tokens)) {
      part = Part.EXAMINATION;
    } else if (part == Part.EXAMINATION
        && Orders.intends(tokens)
        && phrases.within("order", tokens)
        && !phrases.within("exam-start", tokens)) {
      part = Part.PLAN;
    }
  }

  private String told(List<Token> tokens) {
    return Prose.sentence(thirdPerson.clinician(Impersonal.of(Orders.impersonal(tokens))));
  }

  /** "On your heart exam, you have a murmur": the finding, without whose heart it is. */
  private String found(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (Token token : Impersonal.of(Orders.impersonal(tokens))) {
      told.add(token.is("your") ? token.as("the") : token);
    }
    return Prose.sentence(thirdPerson.clinician(told));
  }

  // -- the patient

  /**
   * @param later what the patient goes on to say
   */
  private void answer(Clause clause, Clinical later) {
    List<Token> asked = question.tokens();
    Clinical theme = Clinical.of(asked);
    if (phrases.within("allergy", asked)
        && Clinical.of(clause.tokens()).names(Kind.DRUG, Kind.SUBSTANCE)
        && !verbs.isSentence(clause.tokens())) {
      String text = "Allergic to " + Prose.text(clause.tokens()) + ".";
      add(Content.ALLERGIES, "", text, 1, both(question, clause));
      return;
    }
    // what the patient says of it in their own words goes before a mere yes or no
    boolean specific = theme.shares(Clinical.of(clause.tokens())) || theme.shares(later);
    if (specific
        && clause.reply() == Clause.Reply.NO
        && Words.startsWith(clause.tokens(), 0, "no")) {
      denied(clause);
      return;
    }
    if (clause.reply() != Clause.Reply.NONE && !specific) {
      Optional<Answers.Statement> statement =
          answers.statement(asked, clause.reply(), clause.tokens());
      if (statement.isPresent()) {
        Content content = content(asked, Clinical.of(asked));
        if (content == Content.HISTORY && statement.get().symptom()) {
          content = Content.REVIEW_OF_SYSTEMS;
        }
        String text = Prose.sentence(statement.get().tokens());
        add(content, "", text, 0.8, both(question, clause));
        if (statement.get().whole()) {
          return;
        }
      }
    }
    if (!verbs.isSentence(clause.tokens()) && !clause.tokens().isEmpty()) {
      Content content = content(asked, Clinical.of(asked));
      answers
          .fragment(asked, clause.tokens())
          .map(statement -> Prose.sentence(statement.tokens()))
          .ifPresent(text -> add(content, "", text, 0.6, both(question, clause)));
      return;
    }
    patient(clause);
  }

  private static List<Evidence> both(Clause asked, Clause answered) {
    List<Evidence> evidence = new ArrayList<>(asked.evidence());
    evidence.addAll(answered.evidence());
    return evidence;
  }

  /** "No chest pain, but I do get short of breath". */
  private void denied(Clause clause) {
    List<Token> tokens = clause.tokens();
    int but = 1;
    while (but < tokens.size() && !tokens.get(but).is("but")) {
      but++;
    }
    List<Token> denied = new ArrayList<>(tokens.subList(0, but));
    denied.set(0, denied.get(0).as("denies"));
    String text = Prose.sentence(thirdPerson.patient(denied));
    add(Content.REVIEW_OF_SYSTEMS, "", text, 0.8, both(question, clause));
    if (but + 1 < tokens.size()) {
      patient(clause.withTokens(tokens.subList(but + 1, tokens.size())));
    }
  }

  private void patient(Clause clause) {
    List<Token> tokens = clause.tokens();
    Clinical clinical = Clinical.of(tokens);
    if (clause.question()
        || clause.length() < 3
        || clinical.isVacuous()
        || !verbs.isSentence(tokens)
        || isAside(tokens, clinical, false, false)
        || tokens.stream().anyMatch(t -> t.text().startsWith("you"))) {
      return;
    }
    if (part == Part.HISTORY && !phrases.within("household", tokens)) {
      complaint(clause, clinical);
    }
    double weight = (part == Part.HISTORY ? 0.4 : 0.1) + clinical.density() / 2;
    add(content(tokens, clinical), "", Prose.sentence(thirdPerson.patient(tokens)), weight, clause);
  }

  private Content content(List<Token> tokens, Clinical clinical) {
    if (phrases.within("family", tokens)) {
      return Content.FAMILY_HISTORY;
    }
    if (phrases.within("allergy", tokens)) {
      return Content.ALLERGIES;
    }
    if (phrases.within("social", tokens)) {
      return Content.SOCIAL_HISTORY;
    }
    if (clinical.names(Kind.DRUG) && phrases.within("medication", tokens)) {
      return Content.MEDICATIONS;
    }
    if (phrases.within("past", tokens)) {
      return Content.PAST_HISTORY;
    }
    if (phrases.within("mental", tokens)) {
      return Content.MENTAL_HEALTH;
    }
    return Content.HISTORY;
  }

  private void add(Content content, String topic, String text, double weight, Clause clause) {
    add(content, topic, text, weight, clause.evidence());
  }

  private void add(
      Content content, String topic, String text, double weight, List<Evidence> evidence) {
    boolean heading = content == Content.CHIEF_COMPLAINT || text.equals(topic + ".");
    boolean whole =
        text.indexOf(' ') > 0
            && !BROKEN.matcher(text).find()
            && (LISTED.contains(content) || verbs.isSentence(Tokenizer.tokens(text)));
    if (heading || whole) {
      facts.add(new Fact(content, topic, text, weight, evidence));
    }
  }
}
