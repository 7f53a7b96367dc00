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

  /** What has no verb and more words is likely to have lost one. */
  private static final int LONGEST_FRAGMENT = 10;

  /** "No plan, no", "no, none": what names no more than was asked for. */
  private static final int SHORT = 4;

  private final Phrases phrases = Phrases.english();
  private final Conjugation verbs = new Conjugation();
  private final ThirdPerson thirdPerson;
  private final Answers answers;
  private final ThirdParties others;
  private final Complaint complaint;
  private final FactCollector draft;
  private boolean history = true;
  private boolean companion;

  /** What the question was about that is answered. */
  private Content asked = Content.HISTORY;

  /** The question itself; none once somebody else has spoken. */
  private List<Token> question = List.of();

  /** Who came along has taken the question as their own: of the patient's answer it says less. */
  private boolean answeredByOther;

  private final BackgroundTopic background;
  private final HabitReader habits;
  private final SelfHarm harm = new SelfHarm();

  PatientReader(ThirdPerson thirdPerson, Complaint complaint, FactCollector draft) {
    this.thirdPerson = thirdPerson;
    this.answers = new Answers(thirdPerson);
    this.others = new ThirdParties();
    this.complaint = complaint;
    this.draft = draft;
    this.background = new BackgroundTopic(draft);
    this.habits = new HabitReader(thirdPerson);
  }

  /** What the clinician says, which the patient's words may be about. */
  void hear(Clause said) {
    background.hear(said);
    harm.hear(said, true);
  }

  /**
   * A turn begins.
   *
   * @param inHistory whether nothing was examined yet
   * @param ofCompanion whether it is of who came along
   */
  void begin(boolean inHistory, boolean ofCompanion) {
    history = inHistory;
    companion = ofCompanion;
    asked = Content.HISTORY;
    question = List.of();
    others.forget();
  }

  /**
   * @param later what the patient goes on to say
   */
  void answer(Clause question, Clause clause, Clinical later) {
    StraightQuestion straight = StraightQuestion.of(question.tokens());
    List<Token> asked = straight.words();
    Clause.Reply reply = straight.reply(clause.reply(), clause.tokens());
    Clinical theme = Clinical.of(asked);
    List<Evidence> both = both(question, clause);
    others.asked(asked);
    this.asked = Retelling.asked(asked, theme);
    this.question = asked;
    if (companion && speaksOfThemself(clause.tokens())) {
      answeredByOther = true;
      return;
    }
    if (background.answered(clause.withReply(reply)) || risked(asked, reply, clause, both)) {
      return;
    }
    if (habit(asked, clause, both) || listed(asked, reply, clause.tokens(), both)) {
      return;
    }
    if (onlyOther(theme, reply, clause.tokens(), both)) {
      return;
    }
    // what the patient says of it in their own words goes before a mere yes or no
    boolean specific =
        theme.shares(Clinical.of(clause.tokens()))
            || theme.shares(later)
            || reply == Clause.Reply.YES && retold(asked, clause.tokens());
    if (specific && reply == Clause.Reply.NO && Words.startsWith(clause.tokens(), 0, "no")) {
      denied(clause, both);
      return;
    }
    List<Token> rest = answers.added(clause.tokens());
    if (!rest.isEmpty() && reply != Clause.Reply.NO) {
      affirmed(asked, theme, both);
      read(clause.withTokens(rest));
      return;
    }
    if (reply != Clause.Reply.NONE && !specific) {
      Optional<Answers.Statement> statement = answers.statement(asked, reply, clause.tokens());
      if (statement.isPresent()) {
        Content content = place(asked, clause.tokens(), theme, statement.get().symptom());
        draft.add(content, "", Prose.sentence(statement.get().tokens()), 0.8, both);
        if (statement.get().whole()) {
          return;
        }
      }
    }
    Optional<String> attribute = attribute(asked, clause.tokens());
    if (attribute.isPresent() && isOfIllness(asked)) {
      String text = attribute.get() + Prose.text(thirdPerson.patient(clause.tokens())) + ".";
      draft.add(Content.HISTORY, "", text, 0.7, both);
      return;
    }
    if (!clause.tokens().isEmpty() && !saysMore(clause.tokens())) {
      Optional<String> title = background.named(clause.tokens(), Clinical.of(clause.tokens()));
      if (title.isPresent() && !isOfCompanion(clause)) {
        String text = title.get() + Prose.text(thirdPerson.patient(clause.tokens())) + ".";
        draft.add(Content.PAST_HISTORY, "", text, 0.9, both);
        return;
      }
    }
    if (verbs.isSentence(clause.tokens()) || clause.tokens().isEmpty()) {
      read(clause);
    } else {
      fragment(asked, clause.tokens(), theme, both);
    }
  }

  private void affirmed(List<Token> asked, Clinical theme, List<Evidence> both) {
    Content content = Retelling.asked(asked, theme);
    answers
        .statement(asked, Clause.Reply.YES, List.of())
        .ifPresent(said -> draft.add(content, "", Prose.sentence(said.tokens()), 0.8, both));
  }

  /** "Any fever or chills?" "Just nausea": what was asked for is not there, something else is. */
  private boolean onlyOther(
      Clinical theme, Clause.Reply reply, List<Token> answer, List<Evidence> both) {
    boolean only =
        reply == Clause.Reply.PARTLY
            && answer.size() > 1
            && (answer.get(0).is("just") || answer.get(0).is("only"));
    if (!only) {
      return false;
    }
    List<Token> named = answer.subList(1, answer.size());
    Clinical other = Clinical.of(named);
    if (verbs.isSentence(named)
        || phrases.has("when", named.get(0).text())
        || !theme.names(ConceptKind.SYMPTOM)
        || !other.names(ConceptKind.SYMPTOM)
        || theme.shares(other)) {
      return false;
    }
    String text = "Reports " + Prose.text(thirdPerson.patient(named)) + ".";
    draft.add(Content.REVIEW_OF_SYSTEMS, "", text, 0.8, both);
    return true;
  }

  /** "Do you have a plan?" "No", of self-harm: what was asked for is told, however it is said. */
  private boolean risked(
      List<Token> asked, Clause.Reply reply, Clause clause, List<Evidence> both) {
    boolean no = Words.startsWith(clause.tokens(), 0, "no") && clause.length() <= SHORT;
    if (!harm.isAskedFor(asked) || reply == Clause.Reply.NONE && !no) {
      return false;
    }
    Clause.Reply meant = no ? Clause.Reply.NO : reply;
    List<Token> rest = no ? List.of() : clause.tokens();
    Optional<Answers.Statement> told = answers.risk(asked, meant, rest);
    told.ifPresent(
        said -> draft.add(Content.MENTAL_HEALTH, "", Prose.sentence(said.tokens()), 1, both));
    return told.isPresent() && (told.get().whole() || rest.isEmpty());
  }

  /** Where what an answer affirms or denies belongs. */
  private Content place(List<Token> asked, List<Token> answer, Clinical theme, boolean symptom) {
    List<Token> exchange = new ArrayList<>(asked);
    exchange.addAll(answer);
    Content content = Retelling.asked(asked, theme);
    if (Retelling.isOfFluids(exchange)) {
      return Content.HISTORY;
    }
    if (!history && phrases.within("examining", asked)) {
      return Content.EXAMINATION;
    }
    if (phrases.within("offering", asked)) {
      return Content.PLAN;
    }
    if (content == Content.HISTORY && habits.isAskedFor(asked)) {
      return Content.SOCIAL_HISTORY;
    }
    return content == Content.HISTORY && symptom ? Content.REVIEW_OF_SYSTEMS : content;
  }

  private void fragment(
      List<Token> asked, List<Token> answer, Clinical theme, List<Evidence> both) {
    Optional<Answers.Statement> told = answers.fragment(asked, answer);
    if (told.isPresent()) {
      String text = Prose.sentence(told.get().tokens());
      draft.add(Retelling.history(asked, theme), "", text, 0.6, both);
    } else {
      goesOn(answer, both);
    }
  }

  private boolean habit(List<Token> asked, Clause clause, List<Evidence> both) {
    Optional<String> told = habits.told(asked, clause, answeredByOther);
    if (told.isEmpty()) {
      return false;
    }
    List<Evidence> evidence = answeredByOther ? clause.evidence() : both;
    draft.add(Content.SOCIAL_HISTORY, "", told.get(), 0.8, evidence);
    answeredByOther = false;
    return true;
  }

  /**
   * "Where was it?" "In the middle, like a pressure"; "when did it start?" "About two weeks after I
   * began it": what of the illness is told without a main clause; empty for anything else.
   */
  private Optional<String> attribute(List<Token> asked, List<Token> answer) {
    if (answer.size() < 2) {
      return Optional.empty();
    }
    boolean told = phrases.within("first-person", answer.subList(0, Math.min(answer.size(), 3)));
    boolean place =
        phrases.within("asks-place", asked)
            && phrases.at("in-a-place", answer, 0) > 0
            && phrases.within("site", answer);
    boolean time =
        !told && phrases.within("asks-time", asked) && phrases.at("at-a-time", answer, 0) > 0;
    return place
        ? Optional.of("Location: ")
        : time ? Optional.of("Since when: ") : Optional.empty();
  }

  /** Whether a question is of the illness, and not of a visit, a test or a drug. */
  private boolean isOfIllness(List<Token> asked) {
    return history
        && !Clinical.of(asked)
            .names(
                ConceptKind.TEST, ConceptKind.PROCEDURE, ConceptKind.DRUG, ConceptKind.DRUG_CLASS)
        && !phrases.within("social", asked);
  }

  /** Whether it has a verb before any "when" or "because". */
  private boolean saysMore(List<Token> tokens) {
    int to = 1;
    while (to < tokens.size() && !phrases.has("when", tokens.get(to).text())) {
      to++;
    }
    return verbs.isSentence(tokens.subList(0, to));
  }

  /** Whether a turn says nothing but of who came along. */
  boolean isOfCompanion(Clause clause) {
    return companion && speaksOfThemself(clause.tokens());
  }

  /** "Allergies?" "Yes, to sulfa"; "Do you take anything?" "Lisinopril and metformin". */
  private boolean listed(
      List<Token> asked, Clause.Reply reply, List<Token> answer, List<Evidence> both) {
    List<Token> named = withoutLead(answer);
    boolean exception = named.size() < answer.size();
    Optional<String> allergy = answers.allergy(asked, reply, answer);
    if (allergy.isPresent()) {
      draft.add(Content.ALLERGIES, "", allergy.get(), 1, both);
      return true;
    }
    if (phrases.within("allergy", asked)
        && reply != Clause.Reply.NO
        && verbs.isSentence(named)
        && Clinical.of(named).names(ConceptKind.DRUG, ConceptKind.DRUG_CLASS)) {
      String text = Prose.sentence(thirdPerson.patient(named)); // "penicillin gives me hives"
      draft.add(Content.ALLERGIES, "", text, 1, both);
      return true;
    }
    if (named.isEmpty()
        || verbs.isSentence(named)
        || reply == Clause.Reply.NO && !exception
        || phrases.within("family", asked)) {
      return false;
    }
    Clinical clinical = Clinical.of(named);
    boolean drug = clinical.names(ConceptKind.DRUG, ConceptKind.DRUG_CLASS, ConceptKind.SUBSTANCE);
    if (phrases.within("allergy", asked) && (drug || reply == Clause.Reply.YES)) {
      String text = "Allergic to " + Prose.text(thirdPerson.patient(named)) + ".";
      draft.add(Content.ALLERGIES, "", text, 1, both);
      return true;
    }
    if (phrases.within("asks-medication", asked) && drug) {
      String text =
          Prose.capitalized(ThirdPerson.PATIENT)
              + " takes "
              + Prose.text(thirdPerson.patient(named))
              + ".";
      draft.add(Content.MEDICATIONS, "", text, 0.9, both);
      return true;
    }
    return false;
  }

  /** "To sulfa", "just aspirin". */
  private List<Token> withoutLead(List<Token> answer) {
    int from = 0;
    while (from < answer.size()
        && (!answer.get(from).isWord() || phrases.has("answer-lead", answer.get(from).text()))) {
      from++;
    }
    return answer.subList(from, answer.size());
  }

  /** "I had a cold last week", said by a mother. */
  private static boolean speaksOfThemself(List<Token> tokens) {
    return tokens.stream()
        .map(Token::text)
        .anyMatch(text -> text.equals("i") || text.startsWith("i'") || text.equals("myself"));
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

  /** "No chest pain, but I do get short of breath"; "no fever, some chills". */
  private void denied(Clause clause, List<Evidence> both) {
    List<Token> tokens = clause.tokens();
    int but = 1;
    while (but < tokens.size() && !tokens.get(but).is("but") && !isSome(tokens, but)) {
      but++;
    }
    List<Token> denied = new ArrayList<>(tokens.subList(0, but));
    denied.set(0, denied.get(0).as("denies"));
    while (denied.size() > 1
        && (denied.get(denied.size() - 1).is("no") || !denied.get(denied.size() - 1).isWord())) {
      denied.remove(denied.size() - 1);
    }
    String text = Prose.sentence(thirdPerson.patient(denied));
    Content asked = Retelling.history(tokens, Clinical.of(tokens));
    boolean own = asked == Content.ALLERGIES || asked == Content.FAMILY_HISTORY;
    draft.add(own ? asked : Content.REVIEW_OF_SYSTEMS, "", text, 0.8, both);
    if (isSome(tokens, but)) {
      List<Token> has = new ArrayList<>(List.of(tokens.get(0).as("i"), tokens.get(0).as("have")));
      has.addAll(tokens.subList(but, tokens.size()));
      read(clause.withTokens(has));
    } else if (but + 1 < tokens.size()) {
      read(clause.withTokens(tokens.subList(but + 1, tokens.size())));
    }
  }

  /** "Some chills" are there, whatever was denied before. */
  private boolean isSome(List<Token> tokens, int at) {
    return at + 1 < tokens.size() && phrases.at("denied-but-some", tokens, at) > 0;
  }

  /** "My mother had cancer, but I have diabetes" is of two people. */
  void read(Clause said) {
    List<Token> tokens = said.tokens();
    if (background.answered(said)) {
      return;
    }
    for (int i = 2; i + 2 < tokens.size(); i++) {
      boolean joins = tokens.get(i).is("but") || tokens.get(i).is("and");
      String next = tokens.get(i + 1).text();
      if (joins
          && (next.equals("i") || next.startsWith("i'"))
          && (phrases.within("family", tokens.subList(0, i)) || others.goOn(tokens))) {
        readOne(said.withTokens(withoutComma(tokens.subList(0, i))));
        readOne(said.withTokens(tokens.subList(i + 1, tokens.size())));
        return;
      }
    }
    readOne(said);
  }

  private static List<Token> withoutComma(List<Token> tokens) {
    int last = tokens.size() - 1;
    return tokens.get(last).isWord() ? tokens : tokens.subList(0, last);
  }

  /** An answer without a verb: "no locking", "a little swelling", "and lisinopril 10 at night". */
  private void goesOn(List<Token> said, List<Evidence> evidence) {
    int lead = said.size() > 1 ? phrases.at("goes-on", said, 0) : 0;
    List<Token> tokens = said.subList(lead, said.size());
    Clinical clinical = Clinical.of(tokens);
    if (tokens.size() < 2
        || tokens.size() > LONGEST_FRAGMENT
        || clinical.isVacuous()
        || isOfOthers(tokens)
        || phrases.within("family", tokens)
        || phrases.within("connection", tokens)
        || listed(question, Clause.Reply.NONE, tokens, evidence)
        || !clinical.names(ConceptKind.SYMPTOM, ConceptKind.FINDING)) {
      return;
    }
    boolean some = phrases.at("denied-but-some", tokens, 0) > 0;
    if (some || tokens.get(0).is("no")) {
      List<Token> told = new ArrayList<>(List.of(tokens.get(0).as(some ? "reports" : "denies")));
      told.addAll(tokens.subList(some ? 0 : 1, tokens.size()));
      String text = Prose.sentence(thirdPerson.patient(told));
      draft.add(Content.REVIEW_OF_SYSTEMS, "", text, 0.8, evidence);
    }
  }

  /** "I noticed that she isn't eating", said by who came along: what was noticed. */
  private List<Token> noticed(List<Token> tokens) {
    int lead = companion ? phrases.at("noticed", tokens, 0) : 0;
    return tokens.subList(lead, tokens.size());
  }

  /** "Since you put me on amlodipine" is "since I was put on amlodipine". */
  private List<Token> passive(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean treated =
          tokens.get(i).is("you")
              && i + 2 < tokens.size()
              && phrases.has("treated", tokens.get(i + 1).text())
              && tokens.get(i + 2).is("me");
      if (treated) {
        told.add(tokens.get(i).as("i"));
        told.add(tokens.get(i).as("was"));
        told.add(tokens.get(i + 1).as(verbs.participle(tokens.get(i + 1).text())));
        i += 2;
      } else {
        told.add(tokens.get(i));
      }
    }
    return told;
  }

  private void readOne(Clause whole) {
    Clause said = whole.withTokens(noticed(whole.tokens()));
    if (isOfCompanion(said)) {
      return;
    }
    harm.hear(said, false);
    Clause clause = said.withTokens(others.named(passive(said.tokens())));
    CorrectedSide.in(clause.tokens()).ifPresent(side -> draft.correct(side, clause.evidence()));
    List<Token> tokens = clause.tokens();
    Clinical clinical = Clinical.of(tokens);
    if (!clause.question() && !tokens.isEmpty() && !verbs.isSentence(tokens)) {
      goesOn(tokens, clause.evidence());
      return;
    }
    if (isOfHarm(clause, clinical)) {
      String text = Prose.sentence(thirdPerson.patient(tokens));
      draft.add(Content.MENTAL_HEALTH, "", text, 1, clause);
      return;
    }
    if (clause.question()
        || clause.length() < 3
        || clinical.isVacuous()
        || !verbs.isSentence(tokens)
        || isOfOthers(tokens)
        || phrases.within("connection", tokens)
        || isAside(tokens, clinical) && !clinical.isClinical()
        || tokens.stream().anyMatch(t -> t.text().startsWith("you"))) {
      return;
    }
    if (history
        && !isAside(tokens, clinical)
        && !phrases.within("household", tokens)
        && !ToldResult.isOfTheirs(tokens)) {
      complaint.read(clause, clinical);
    }
    double weight =
        isAside(tokens, clinical)
            ? Fact.UNDECIDED
            : (history ? HISTORY : LATER) + clinical.density() / 2;
    String text = Prose.sentence(thirdPerson.patient(tokens));
    if (isDeclined(tokens, clinical)) {
      if (isOfThat(tokens)) {
        draft.refuseLast(clause);
      } else {
        draft.refuse(text, clinical, clause);
      }
      return;
    }
    draft.add(
        answering(Retelling.history(tokens, clinical), tokens, clinical), "", text, weight, clause);
  }

  /** "Anyone sick at home?" "Everyone is well": what is told belongs to what was asked. */
  private Content answering(Content told, List<Token> tokens, Clinical clinical) {
    boolean open = told == Content.HISTORY || told == Content.MENTAL_HEALTH;
    Optional<Content> topic = open ? background.of(tokens, clinical) : Optional.empty();
    if (topic.isPresent()) {
      return topic.get();
    }
    if (!open
        || Retelling.isOfFluids(tokens)
        || clinical.names(ConceptKind.SYMPTOM, ConceptKind.FINDING)) {
      return told;
    }
    return switch (asked) {
      case FAMILY_HISTORY ->
          told == Content.HISTORY && !phrases.has("first-person", tokens.get(0).text())
              ? asked
              : told;
      case SOCIAL_HISTORY, ALLERGIES -> told == Content.HISTORY ? asked : told;
      case PAST_HISTORY -> clinical.names(ConceptKind.CONDITION) ? asked : told;
      default -> told;
    };
  }

  /** "I don't want the shot today": what a clinician offered. */
  private boolean isDeclined(List<Token> tokens, Clinical clinical) {
    return phrases.at("declining", tokens, 0) > 0
        && (phrases.within("offered", tokens)
            || isOfThat(tokens)
            || clinical.names(
                ConceptKind.PROCEDURE, ConceptKind.DRUG, ConceptKind.DRUG_CLASS, ConceptKind.TEST));
  }

  /** "I'd rather not do that". */
  private boolean isOfThat(List<Token> tokens) {
    int to = phrases.at("declining", tokens, 0);
    return to > 0 && phrases.at("declined-that", tokens, to) > 0;
  }

  /** "I would never do anything", where thoughts of self-harm are spoken of. */
  private boolean isOfHarm(Clause clause, Clinical clinical) {
    List<Token> tokens = clause.tokens();
    boolean own = !tokens.isEmpty() && phrases.has("first-person", tokens.get(0).text());
    boolean named = phrases.within("self-harm", tokens) || phrases.within("self-hurt", tokens);
    return harm.isSpokenOf()
        && !clause.question()
        && clause.length() > 2
        && verbs.isSentence(tokens)
        && (own && clinical.isVacuous() || named && !phrases.within("family", tokens));
  }

  /** A pet's illness is nobody's, but what it did to the patient. */
  private boolean isOfOthers(List<Token> tokens) {
    return phrases.within("pet", tokens) && !phrases.within("injury", tokens);
  }

  private boolean isAside(List<Token> tokens, Clinical clinical) {
    boolean small = phrases.within("small-talk", tokens) && !clinical.hasNumber();
    boolean ill =
        clinical.names(ConceptKind.SYMPTOM, ConceptKind.CONDITION, ConceptKind.FINDING)
            || phrases.within("injury", tokens);
    return phrases.has("relative", tokens.get(0).text())
        || small && !ill
        || phrases.within("meta", tokens)
        || phrases.within("connection", tokens);
  }
}
