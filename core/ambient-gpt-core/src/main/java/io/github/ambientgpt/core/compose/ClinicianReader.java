package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.vocabulary.BodySystem;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a clinician says. It keeps in mind which part of the visit it is in, what was asked
 * last, which problem is spoken of, and whether results are being read; a finding is put where
 * findings belong in whatever part it is said.
 */
final class ClinicianReader {
  private enum Part {
    HISTORY,
    EXAMINATION,
    PLAN
  }

  private static final double ORDER = 1;

  /** The least weight of what names a problem. */
  static final double DIAGNOSIS = 0.95;

  /** "Mr. Van Dyke". */
  private static final int NAMES = 2;

  /** So near after "is" stands the name of an illness. */
  private static final int NAME = 4;

  /** What is read out of a test is what the visit was waiting for. */
  private static final double READ_OUT = 0.9;

  /** What a clinician says of themself is seldom about the patient. */
  private static final double OF_THE_CLINICIAN = 0.3;

  private final Phrases phrases = Phrases.english();
  private final Retelling retelling;
  private final Complaint complaint;
  private final FactCollector draft;

  private Part part = Part.HISTORY;
  private boolean planned; // a plan was announced, not only guessed from an order
  private boolean announced; // with these words, not only by the name of a problem
  private boolean readingResults;
  private ToldResult toldResult = ToldResult.none();
  private String problem = "";

  /** The test that was named last. */
  private String test = "";

  private String system = "";
  private Optional<Clause> question = Optional.empty();

  /** A condition that was just said with nothing that depends on it. */
  private Optional<Clause> condition = Optional.empty();

  ClinicianReader(ThirdPerson thirdPerson, Complaint complaint, FactCollector draft) {
    this.retelling = new Retelling(thirdPerson);
    this.complaint = complaint;
    this.draft = draft;
  }

  /** What was asked last and not answered. */
  Optional<Clause> question() {
    return question;
  }

  void answered() {
    question = Optional.empty();
  }

  /** Whether nothing was examined yet and nothing planned. */
  boolean isInHistory() {
    return part == Part.HISTORY;
  }

  /** Whether orders are given. */
  boolean isPlanning() {
    return part == Part.PLAN;
  }

  void read(Clause spoken) {
    Clause clause = spoken.withTokens(repeated(StraightOrder.of(withoutAddress(spoken.tokens()))));
    List<Token> tokens = clause.tokens();
    if (tokens.isEmpty()) {
      return;
    }
    Optional<Clause> supposed = condition;
    condition = Optional.of(clause).filter(said -> Orders.isMereCondition(said.tokens()));
    if (supposed.isPresent() && !clause.question() && Orders.depends(tokens)) {
      read(joined(supposed.get(), clause)); // "if you're still having symptoms | we can discuss …"
      return;
    }
    enter(tokens);
    int lead = phrases.at("order-lead", tokens, 0);
    if (lead > 0 && lead < tokens.size()) { // "what I want you to do is | continue your Bumex"
      read(clause.withTokens(tokens.subList(lead, tokens.size())));
      return;
    }
    boolean asks = clause.question() && !StraightOrder.isAnnounced(tokens);
    int next = asks ? 0 : Orders.next(tokens);
    if (next > 0) { // "drink a lot | I'm going to order a BMP"
      if (!phrases.has("stump", tokens.get(0).text())) { // "as a pain reliever | I want you to …"
        read(clause.withTokens(withoutJoint(withoutLead(tokens.subList(0, next)))));
      }
      read(clause.withTokens(Orders.begun(tokens.subList(next, tokens.size()))));
      return;
    }
    toldResult = toldResult.after(tokens);
    if (asks) {
      if (part == Part.PLAN) {
        ProblemHeading.in(tokens).ifPresent(turned -> turnTo(turned, clause));
      }
      question = Optional.of(clause);
      complaint.hear(clause);
      readingResults &= phrases.within("result-word", tokens) || Clinical.of(tokens).isVacuous();
      return;
    }
    Optional<ProblemHeading> named =
        part == Part.HISTORY ? Optional.empty() : ProblemHeading.in(tokens);
    if (named.isPresent()) {
      turnTo(named.get(), clause);
      read(clause.withTokens(withoutComma(named.get().rest())));
      return;
    }
    tell(clause);
  }

  /** What asks nothing and turns to nothing. */
  private void tell(Clause clause) {
    List<Token> tokens = clause.tokens();
    Clinical clinical = Clinical.of(tokens);
    boolean order = isOrder(tokens, clinical) || Orders.isConditional(tokens);
    boolean finding = phrases.within("finding", tokens) || clinical.names(ConceptKind.FINDING);
    boolean returns = order && phrases.within("follow-up", tokens); // "see me in a month"
    if (clause.length() < 3
        || clinical.isVacuous() && !returns
        || Orders.isOfOneself(tokens)) { // "I like to drink wine too"
      return;
    }
    boolean supposes = Orders.supposes(tokens); // "if the MRI shows a tear": nothing was shown
    List<List<Token>> result =
        order || planned || supposes ? List.of() : toldResult.in(tokens, readingResults);
    boolean aside = result.isEmpty() && isAside(tokens, clinical, order, finding);
    if (order && phrases.within("order-retracted", tokens)) {
      draft.retract(clinical);
    }
    if (part == Part.PLAN && !problem.isEmpty() && !order) {
      problem = ProblemHeading.last(tokens).map(Prose::capitalized).orElse(problem);
    }
    Optional<Order> read = order ? order(tokens) : Optional.empty();
    int before = draft.added();
    if (!aside) {
      answered();
      if (!result.isEmpty()) {
        readingResults = true;
        result.forEach(told -> result(told, READ_OUT, clause));
      } else {
        file(clause, clinical, order, read, finding);
      }
    }
    if (draft.added() == before
        && read.isEmpty()
        && (!aside || clinical.isClinical())
        && !phrases.within("connection", tokens)
        && !phrases.within("meta", tokens)
        && !phrases.within("announcing", tokens)) {
      draft.add(content(tokens, clinical), "", told(tokens), Fact.UNDECIDED, clause);
    }
  }

  /** What is said in a part of the visit and read as nothing else. */
  private Content content(List<Token> tokens, Clinical clinical) {
    return switch (part) {
      case HISTORY -> Retelling.history(tokens, clinical);
      case EXAMINATION -> Content.EXAMINATION;
      case PLAN -> Content.ASSESSMENT;
    };
  }

  private void file(
      Clause clause, Clinical clinical, boolean order, Optional<Order> read, boolean finding) {
    List<Token> tokens = clause.tokens();
    boolean sign = phrases.within("exam-sign", tokens);
    double weight = 0.5 + clinical.density() / 2;
    if (order) {
      ordered(clause, read);
    } else if (Orders.supposes(tokens)
        && !Orders.isMereCondition(tokens)
        && clinical.names(ConceptKind.TEST, ConceptKind.PROCEDURE)) { // what it comes to is open
      draft.add(Content.PLAN, problem, told(tokens), weight, clause);
    } else if ((phrases.within("vitals", tokens) || phrases.at("vitals-begin", tokens, 0) > 0)
        && (clinical.hasNumber() || finding || phrases.within("vitals-good", tokens))) {
      draft.add(Content.VITALS, "", retelling.found(tokens), weight, clause);
    } else if (phrases.within("diagnosis", tokens)
        && clinical.names(ConceptKind.CONDITION)
        && !phrases.within("past", tokens)
        && !sign
        && (!readingResults || planned || phrases.within("diagnosis-worry", tokens))) {
      diagnosed(clause, clinical);
    } else if (!sign && isOpinion(tokens, clinical)) {
      draft.add(Content.ASSESSMENT, problem, told(tokens), DIAGNOSIS, clause);
    } else if ((part != Part.HISTORY || draft.has(Content.EXAMINATION))
        && !readingResults
        && isNamed(tokens, clinical)) {
      diagnosed(clause, clinical);
    } else if (part == Part.HISTORY && !readingResults) {
      history(clause, clinical, finding);
    } else if (isResult(tokens, clinical, finding, sign)) {
      readingResults = true;
      result(tokens, weight, clause);
    } else if (sign || finding && !planned) {
      examined(clause, clinical, weight);
    } else if (part == Part.PLAN && phrases.at("told-taken", tokens, 0) > 0) {
      draft.add(Content.MEDICATIONS, "", told(tokens), weight, clause); // "you take digoxin"
    } else if (part == Part.PLAN
        && (phrases.within("order", tokens) || isDosed(tokens, clinical))) {
      draft.add(Content.PLAN, problem, told(tokens), weight(tokens, weight), clause);
    } else if (part == Part.PLAN) {
      draft.add(Content.ASSESSMENT, problem, told(tokens), weight(tokens, weight - 0.1), clause);
    }
  }

  /** "Tramadol 50 mg, every six hours as needed". */
  private static boolean isDosed(List<Token> tokens, Clinical clinical) {
    return clinical.hasNumber() && Clinical.of(tokens.subList(0, 1)).names(ConceptKind.DRUG);
  }

  /** "Mom, she has an ear infection": whom it is told to is no part of it. */
  private List<Token> withoutAddress(List<Token> tokens) {
    int name = phrases.at("address", tokens, 0);
    int to = name;
    while (name > 0 && to < Math.min(tokens.size(), name + NAMES) && tokens.get(to).isWord()) {
      to++;
    }
    boolean titled = name > 0 && !phrases.has("vocative", tokens.get(0).text());
    return name > 0 && to + 1 < tokens.size() && tokens.get(to).is(",") && (titled || to == name)
        ? tokens.subList(to + 1, tokens.size())
        : tokens;
  }

  /** "Let's repeat it": what is repeated was named before. */
  private List<Token> repeated(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean again =
          i > 0
              && phrases.has("repeating", tokens.get(i - 1).text())
              && phrases.has("repeated-that", tokens.get(i).text())
              && (i + 1 == tokens.size()
                  || !tokens.get(i + 1).isWord()
                  || StopWords.has(tokens.get(i + 1).text()));
      told.addAll(
          again && !test.isEmpty()
              ? Words.fixed("the " + test, tokens.get(i))
              : List.of(tokens.get(i)));
    }
    test = Clinical.of(told).first(ConceptKind.TEST).or(() -> measured(told)).orElse(test);
    return told;
  }

  /** "Recheck your potassium": what is measured, where it is no test by its name. */
  private Optional<String> measured(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (phrases.has("repeating", tokens.get(i - 1).text())
          && phrases.has("result-owner", tokens.get(i).text())) {
        int to = i + 1;
        while (to < tokens.size()
            && tokens.get(to).isWord()
            && !StopWords.has(tokens.get(to).text())) {
          to++;
        }
        return Optional.of(Prose.text(tokens.subList(i + 1, to))).filter(name -> !name.isEmpty());
      }
    }
    return Optional.empty();
  }

  private static Clause joined(Clause condition, Clause dependent) {
    List<Token> tokens = new ArrayList<>(condition.tokens());
    tokens.add(dependent.tokens().get(0).as(","));
    tokens.addAll(dependent.tokens());
    List<Evidence> evidence = new ArrayList<>(condition.evidence());
    evidence.addAll(dependent.evidence());
    return new Clause(dependent.role(), tokens, dependent.reply(), false, evidence);
  }

  /** Without "what I'm going to do is" at its end. */
  private List<Token> withoutLead(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (phrases.at("order-lead", tokens, i) == tokens.size() - i) {
        return tokens.subList(0, i);
      }
    }
    return tokens;
  }

  /** Without the "and" that joined it to what follows. */
  private List<Token> withoutJoint(List<Token> tokens) {
    int to = tokens.size();
    while (to > 1
        && (!tokens.get(to - 1).isWord() || phrases.has("joint-tail", tokens.get(to - 1).text()))) {
      to--;
    }
    return tokens.subList(0, to);
  }

  // -- where the visit stands

  private void enter(List<Token> tokens) {
    boolean exam = phrases.within("exam-start", tokens);
    boolean looking = phrases.within("looking-back", tokens);
    boolean order = phrases.within("order", tokens) && Orders.intends(tokens) && !looking;
    if (phrases.within("plan-announced", tokens)) {
      begin(Part.PLAN);
      planned = true;
      announced = true;
    } else if (part == Part.HISTORY && exam) {
      begin(Part.EXAMINATION);
    } else if (part == Part.PLAN
        && (!planned && phrases.within("exam-announced", tokens)
            || !announced && phrases.within("exam-begun", tokens))) {
      begin(Part.EXAMINATION);
      planned = false;
    } else if (part == Part.EXAMINATION
        && !exam
        && !phrases.within("meta", tokens)
        && (order || phrases.within("plan-start", tokens))) {
      begin(Part.PLAN);
    }
    if (ToldResult.isShown(tokens)) {
      readingResults = true;
    } else if (exam || looking) {
      readingResults = part != Part.HISTORY && phrases.within("result-word", tokens);
    }
  }

  private void begin(Part next) {
    if (part != next) {
      readingResults = false;
    }
    part = next;
  }

  private static List<Token> withoutComma(List<Token> tokens) {
    int from = 0;
    while (from < tokens.size() && !tokens.get(from).isWord()) {
      from++;
    }
    return tokens.subList(from, tokens.size());
  }

  private void turnTo(ProblemHeading turned, Clause clause) {
    begin(Part.PLAN);
    planned = true;
    boolean ill =
        Clinical.of(turned.name())
            .names(ConceptKind.CONDITION, ConceptKind.SYMPTOM, ConceptKind.FINDING);
    if (!ill) { // "for your hemoglobin a1c": what follows is of no problem that was named
      problem = "";
      return;
    }
    problem = Prose.capitalized(Prose.text(turned.name()));
    draft.add(Content.ASSESSMENT, problem, Prose.sentence(turned.name()), 1, clause);
  }

  // -- what a clause is

  /** Small talk, talk about the visit itself, and clauses that lost what they belong to. */
  private boolean isAside(List<Token> tokens, Clinical clinical, boolean order, boolean finding) {
    if (phrases.has("relative", tokens.get(0).text())
        || phrases.within("connection", tokens)
        || phrases.within("hoping", tokens)) {
      return true;
    }
    boolean small = phrases.within("small-talk", tokens) && !clinical.hasNumber();
    boolean meta =
        phrases.within("meta", tokens)
            || Orders.intends(tokens) && phrases.within("looking-back", tokens);
    boolean ordered = order && clinical.density() > 0.2 && !phrases.within("announcing", tokens);
    return (small || meta || phrases.within("announcing", tokens)) && !finding && !ordered;
  }

  /** "I'll prescribe …", "take ibuprofen", "don't drive"; not "I reviewed your x-ray". */
  private boolean isOrder(List<Token> tokens, Clinical clinical) {
    boolean intended =
        Orders.intends(tokens)
            && (phrases.within("order", tokens) || Orders.instructs(tokens))
            && !phrases.within("looking-back", tokens);
    boolean what =
        clinical.hasNumber()
            || phrases.within("follow-up", tokens)
            || phrases.within("result-word", tokens)
            || clinical.names(
                ConceptKind.DRUG,
                ConceptKind.DRUG_CLASS,
                ConceptKind.SUBSTANCE,
                ConceptKind.TEST,
                ConceptKind.PROCEDURE);
    boolean ordered =
        what && (phrases.at("imperative", tokens, 0) > 0 || Orders.permits(tokens))
            || (Orders.forbids(tokens) || Orders.isBan(tokens))
                && (part == Part.PLAN || draft.has(Content.PLAN));
    return intended || ordered && !phrases.within("meta", tokens);
  }

  /** "I think the cough may come from the lisinopril", "likely due to your asthma". */
  private boolean isOpinion(List<Token> tokens, Clinical clinical) {
    boolean over = part != Part.HISTORY || draft.has(Content.EXAMINATION);
    boolean told = // "this is a case of hypothermia", in a talk that has no other part
        !over
            && !readingResults
            && (phrases.within("diagnosis-told", tokens) || seems(tokens))
            && !phrases.within("past", tokens);
    return (over && phrases.within("opinion", tokens) || told)
        && clinical.names(ConceptKind.CONDITION, ConceptKind.SYMPTOM);
  }

  /** "Sounds like he might have pneumonia". */
  private boolean seems(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int at = i + phrases.at("seeming", tokens, i);
      if (at > i && at < tokens.size() && tokens.get(at).is("that")) {
        at++;
      }
      if (at > i && at < tokens.size() && tokens.get(at).text().matches("you|he|she|they")) {
        at++;
        while (at < tokens.size() && phrases.has("seeming-adverb", tokens.get(at).text())) {
          at++;
        }
        return at < tokens.size() && tokens.get(at).text().matches("has|have");
      }
    }
    return false;
  }

  /** "He's got an ear infection", said once the patient was examined. */
  private boolean isNamed(List<Token> tokens, Clinical clinical) {
    return (phrases.at("diagnosis-lead", tokens, 0) > 0 || isIdentified(tokens))
        && clinical.names(ConceptKind.CONDITION)
        && !phrases.within("past", tokens);
  }

  /** "The rash is poison ivy". */
  private static boolean isIdentified(List<Token> tokens) {
    for (int is = 1; is + 1 < tokens.size(); is++) {
      if (tokens.get(is).is("is") || tokens.get(is).is("are")) {
        return Clinical.of(tokens.subList(0, is)).names(ConceptKind.SYMPTOM, ConceptKind.FINDING)
            && Clinical.of(tokens.subList(is + 1, Math.min(tokens.size(), is + NAME)))
                .names(ConceptKind.CONDITION);
      }
    }
    return false;
  }

  private boolean isResult(List<Token> tokens, Clinical clinical, boolean finding, boolean sign) {
    boolean test =
        phrases.within("result-word", tokens) || !sign && clinical.names(ConceptKind.TEST);
    boolean read = clinical.hasNumber() || finding || phrases.within("results-start", tokens);
    return test && read
        || readingResults
            && !sign
            && !planned
            && (finding || clinical.hasNumber() || clinical.names(ConceptKind.CONDITION));
  }

  // -- what is made of it

  private Optional<Order> order(List<Token> tokens) {
    return Order.in(Orders.impersonal(withoutUs(tokens)));
  }

  private List<Token> withoutUs(List<Token> tokens) {
    return phrases.within("follow-up", tokens) ? Orders.withoutUs(tokens) : tokens;
  }

  private void ordered(Clause clause, Optional<Order> read) {
    if (read.isEmpty()) {
      order(told(withoutUs(clause.tokens())), clause);
      return;
    }
    Order order = read.get();
    if (order.isWhole()) {
      order(retelling.written(order.line()), clause);
    } else {
      draft.complete(Prose.text(order.detail()), clause);
    }
    if (!order.another().isEmpty()) {
      Clause another = clause.withTokens(order.another());
      ordered(another, order(another.tokens()));
    }
  }

  private void order(String text, Clause clause) {
    boolean followUp = phrases.within("follow-up", clause.tokens());
    draft.order(
        followUp ? Content.INSTRUCTIONS : Content.PLAN, followUp ? "" : problem, text, clause);
  }

  /** "I think you have …": from here on the clinician speaks of that problem. */
  private void diagnosed(Clause clause, Clinical clinical) {
    if (part != Part.PLAN || problem.isEmpty()) {
      problem = clinical.first(ConceptKind.CONDITION).map(Prose::capitalized).orElse(problem);
    }
    begin(Part.PLAN);
    draft.add(Content.ASSESSMENT, problem, told(clause.tokens()), DIAGNOSIS, clause);
  }

  /** Under the name of its test, where it does not name one. */
  private void result(List<Token> told, double weight, Clause clause) {
    draft.add(Content.RESULTS, toldResult.name(told), retelling.found(told), weight, clause);
  }

  /** Where it names no part of the body, the clinician is still at the last one. */
  private void examined(Clause clause, Clinical clinical, double weight) {
    system = clinical.system().map(BodySystem::title).orElse(system);
    draft.add(Content.EXAMINATION, system, retelling.found(clause.tokens()), weight, clause);
  }

  private void history(Clause clause, Clinical clinical, boolean finding) {
    List<Token> tokens = clause.tokens();
    boolean presents = phrases.within("presents", tokens) || isAged(tokens);
    boolean yours = tokens.stream().anyMatch(t -> t.text().startsWith("you"));
    double weight = clinical.density() / 2;
    if (tokens.get(0).is("if")) { // "if you had a stroke you would know"
      if (phrases.within("return-advice", tokens)) {
        draft.add(Content.INSTRUCTIONS, "", told(tokens), ORDER, clause);
      }
      return;
    }
    if (presents) {
      complaint.read(clause, clinical);
      draft.add(Content.HISTORY, "", told(tokens), 1, clause);
    } else if (tokens.stream().anyMatch(t -> phrases.has("tentative", t.text()))) {
      draft.add(Content.ASSESSMENT, problem, told(tokens), weight + 0.3, clause);
    } else if (phrases.within("past", tokens)) {
      draft.add(Content.PAST_HISTORY, "", told(tokens), weight + 0.4, clause);
    } else if (finding && phrases.within("exam-sign", tokens)) {
      examined(clause, clinical, weight + 0.3);
    } else if (yours && clinical.density() > 0 && ToldResult.isOfRelative(tokens)) {
      draft.add(Content.FAMILY_HISTORY, "", told(tokens), weight + 0.3, clause);
    } else if (yours && clinical.density() > 0) {
      complaint.read(clause, clinical);
      draft.add(Retelling.history(tokens, clinical), "", told(tokens), weight + 0.3, clause);
    } else if (isResult(tokens, clinical, finding, false)) {
      result(tokens, weight + 0.3, clause);
    } else if (finding) {
      examined(clause, clinical, weight + 0.3);
    }
  }

  private static boolean isAged(List<Token> tokens) {
    return tokens.stream().anyMatch(t -> t.text().endsWith("year-old"));
  }

  private String told(List<Token> tokens) {
    return retelling.told(tokens);
  }

  private static double weight(List<Token> tokens, double weight) {
    boolean own = Orders.intends(tokens);
    return own ? weight - OF_THE_CLINICIAN : weight;
  }
}
