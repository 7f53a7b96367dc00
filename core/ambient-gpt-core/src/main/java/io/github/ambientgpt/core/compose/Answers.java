package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns a clinician's question and the patient's answer into one statement: "Any fever?" and "No"
 * become "Denies fever".
 */
final class Answers {

  private static final Set<String> QUALIFYING = Phrases.english().group("answer-qualifying");

  private static final Set<String> AUXILIARIES = Phrases.english().group("answer-auxiliaries");

  private static final Set<String> WH = Phrases.english().group("answer-wh");

  private static final Set<String> SUBJECTS = Phrases.english().group("answer-subjects");

  private static final int LONGEST_BARE = 5;

  /** "Shortness of breath". */
  private static final int LONGEST_NAME = 3;

  private final Phrases phrases = Phrases.english();
  private final Conjugation verbs = new Conjugation();
  private final ThirdPerson thirdPerson;

  Answers(ThirdPerson thirdPerson) {
    this.thirdPerson = thirdPerson;
  }

  /**
   * What question and answer say together.
   *
   * @param symptom whether it belongs in a list of symptoms
   * @param whole whether it says all that the answer does
   */
  record Statement(List<Token> tokens, boolean symptom, boolean whole) {}

  /**
   * @param rest what the answer goes on to say after its yes or no; may be empty
   * @return empty when the two make no statement that can stand alone
   */
  Optional<Statement> statement(List<Token> question, Clause.Reply reply, List<Token> rest) {
    if (question.isEmpty()) {
      return Optional.empty();
    }
    List<Token> asked = untilAlternative(question);
    int frame = phrases.at("symptom-frame", asked, 0);
    if (frame > 0) {
      return symptom(asked, frame, reply, rest);
    }
    if (AUXILIARIES.contains(asked.get(0).text()) && asked.size() > 2) {
      return plain(asked, reply, rest);
    }
    return isBare(asked) ? symptom(asked, 0, reply, rest) : Optional.empty();
  }

  /**
   * What question and answer say of a danger: "do you have a plan?" and "no" that it is denied,
   * though "a plan" says nothing elsewhere.
   */
  Optional<Statement> risk(List<Token> question, Clause.Reply reply, List<Token> rest) {
    List<Token> asked = untilAlternative(question);
    int frame = phrases.at("symptom-frame", asked, 0);
    List<Token> thing = withoutVague(asked.subList(frame, asked.size()));
    boolean named = frame > 0 && thing.size() <= LONGEST_BARE && !isStatement(thing);
    if (named && reply != Clause.Reply.PARTLY) {
      String verb = reply == Clause.Reply.NO ? "denies" : "reports";
      List<Token> told = new ArrayList<>(Words.fixed(verb, asked.get(0)));
      told.addAll(asked(thing));
      return Optional.of(new Statement(told, false, qualified(told, reply, rest)));
    }
    boolean tried = // "have you ever tried"
        frame == 0 && asked.size() > 2 && asked.size() <= LONGEST_BARE && asked.get(1).is("you");
    if (tried && reply == Clause.Reply.NO && asked.get(0).is("have")) {
      List<Token> told =
          new ArrayList<>(Words.fixed(ThirdPerson.PATIENT + " has not", asked.get(1)));
      told.addAll(asked(asked.subList(2, asked.size())));
      return Optional.of(new Statement(told, false, true));
    }
    return statement(question, reply, rest);
  }

  /** "I am, but I miss it": what was added to a yes; empty where nothing was, or it was no yes. */
  List<Token> added(List<Token> tokens) {
    int from = phrases.at("echoed", tokens, 0);
    boolean apart =
        from > 0
            && from < tokens.size()
            && (!tokens.get(from).isWord() || tokens.get(from).is("but"));
    if (!apart) {
      return List.of();
    }
    while (from + 1 < tokens.size()
        && (!tokens.get(from).isWord()
            || tokens.get(from).is("but")
            || tokens.get(from).is("and"))) {
      from++;
    }
    return tokens.subList(from, tokens.size());
  }

  /** "…, but that you're allergic to Augmentin, is that right?" and yes: empty for all else. */
  Optional<String> allergy(List<Token> asked, Clause.Reply reply, List<Token> rest) {
    boolean yes = reply == Clause.Reply.YES && !Clinical.of(rest).names(ConceptKind.values());
    for (int i = 0; yes && i + 2 < asked.size(); i++) {
      if (Words.startsWith(asked, i, "allergic", "to")) {
        int to = i + 2;
        while (to < asked.size() && asked.get(to).isWord()) {
          to++;
        }
        List<Token> named = asked.subList(i + 2, to);
        return Optional.of("Allergic to " + Prose.text(named) + ".")
            .filter(t -> Clinical.of(named).names(ConceptKind.DRUG, ConceptKind.DRUG_CLASS));
      }
    }
    return Optional.empty();
  }

  /** "Diarrhea?", "fever or chills?": the thing alone is asked for. */
  private boolean isBare(List<Token> asked) {
    return asked.size() <= LONGEST_BARE
        && !WH.contains(asked.get(0).text())
        && !verbs.isSentence(asked)
        && Clinical.of(asked).names(ConceptKind.SYMPTOM)
        && asked.stream().noneMatch(t -> phrases.has("not-bare", t.text()));
  }

  /**
   * "When did it start?" and "Four days ago" become "It started four days ago".
   *
   * @param answer words without a verb of their own
   * @return empty when the question is of another form
   */
  Optional<Statement> fragment(List<Token> question, List<Token> answer) {
    int wh = 0;
    while (wh < question.size() && !WH.contains(question.get(wh).text())) {
      wh++;
    }
    if (wh > 3 || wh == question.size() || answer.size() > 16) {
      return Optional.empty();
    }
    int aux = wh + 1;
    while (aux < question.size() && !AUXILIARIES.contains(question.get(aux).text())) {
      aux++;
    }
    int words = aux + 1 < question.size() ? subject(question, aux + 1) : 0;
    if (aux > wh + 5 || words == 0) {
      return Optional.empty();
    }
    String auxiliary = question.get(aux).text();
    Token subject = question.get(aux + 1);
    List<Token> predicate =
        new ArrayList<>(withoutVague(question.subList(aux + 1 + words, question.size())));
    boolean thing =
        Phrases.english().group("answer-thing").contains(question.get(wh).text())
            || aux > wh + 1 && Set.of("many", "much").contains(question.get(wh + 1).text());
    if (!predicate.isEmpty()
        && Phrases.english()
            .group("answer-hanging")
            .contains(predicate.get(predicate.size() - 1).text())
        && !thing
        && Phrases.english().group("answer-linking").contains(answer.get(0).text())) {
      predicate.remove(predicate.size() - 1);
    }
    boolean you = subject.is("you");
    boolean singular =
        words > 1
            ? isOfOne(auxiliary, question.get(aux + words))
            : you || !subject.is("they") && !subject.is("these") && !subject.is("those");
    List<Token> told = named(question.subList(aux + 1, aux + 1 + words));
    if (Set.of("do", "does", "did").contains(auxiliary)) {
      if (predicate.isEmpty()
          || predicate.get(0).is("do")
          || !verbs.isBase(predicate.get(0).text())) {
        return Optional.empty();
      }
      Token verb = predicate.remove(0);
      told.add(
          verb.as(
              auxiliary.equals("did")
                  ? verbs.past(verb.text())
                  : singular ? verbs.thirdPerson(verb.text()) : verb.text()));
    } else {
      told.add(question.get(aux).as(singular ? verbs.thirdPerson(auxiliary) : auxiliary));
    }
    List<Token> given = thirdPerson.patient(answer);
    if (thing && predicate.size() > 1) {
      return Optional.empty();
    }
    told.addAll(asked(predicate));
    told.addAll(given);
    return Optional.of(new Statement(told, false, true));
  }

  /** What the clinician asked, without anybody's first or second person. */
  private List<Token> asked(List<Token> tokens) {
    return thirdPerson.clinician(Impersonal.renamed(tokens));
  }

  /** "Any smoking is enough": a verb before any "that" or "when" makes it no thing to deny. */
  private boolean isStatement(List<Token> symptom) {
    for (Token token : symptom) {
      if (phrases.has("opening", token.text())) {
        return false;
      }
      if (phrases.has("answer-auxiliaries", token.text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * @param frame how many words ask, before what is asked for is named
   */
  private Optional<Statement> symptom(
      List<Token> asked, int frame, Clause.Reply reply, List<Token> rest) {
    List<Token> symptom = withoutVague(asked.subList(frame, asked.size()));
    long words = symptom.stream().filter(Token::isWord).count();
    Clinical clinical = Clinical.of(symptom);
    if (words == 0
        || words > 12
        || clinical.isVacuous()
        || symptom.stream().anyMatch(token -> phrases.has("no-symptom", token.text()))
        || isStatement(symptom)) {
      return Optional.empty();
    }
    boolean no = reply == Clause.Reply.NO;
    boolean done =
        clinical.names(
                ConceptKind.PROCEDURE, ConceptKind.TEST, ConceptKind.DRUG, ConceptKind.DRUG_CLASS)
            && !clinical.names(ConceptKind.SYMPTOM, ConceptKind.CONDITION, ConceptKind.FINDING)
            && phrases.at("has-had", asked, 0) == frame;
    String verb =
        done ? "the patient has" + (no ? " not" : "") + " had" : no ? "denies" : "reports";
    List<Token> tokens = new ArrayList<>(Words.fixed(verb, symptom.get(0)));
    tokens.addAll(asked(symptom));
    return Optional.of(new Statement(tokens, true, qualified(tokens, reply, rest)));
  }

  /** "Are you taking your medications?" becomes "the patient is (not) taking …". */
  private Optional<Statement> plain(List<Token> asked, Clause.Reply reply, List<Token> rest) {
    if (asked.size() > 4
        && asked.get(1).is("your")
        && asked.size() > 4
        && verbs.isBase(asked.get(3).text())) {
      return relative(asked, reply);
    }
    int words = subject(asked, 1);
    if (words == 0 || asked.size() > 24) {
      return Optional.empty();
    }
    String auxiliary = asked.get(0).text();
    Token subject = asked.get(1);
    List<Token> predicate = withoutVague(asked.subList(1 + words, asked.size()));
    boolean vague = reply != Clause.Reply.NO && asked.stream().anyMatch(t -> t.is("anything"));
    boolean tooLittle = predicate.size() < 2 || Clinical.of(predicate).isVacuous();
    if (vague || predicate.isEmpty() || words == 1 && tooLittle && !isTelling(predicate)) {
      return Optional.empty();
    }
    int at = 0;
    while (at < predicate.size()
        && Phrases.english().group("answer-adverb").contains(predicate.get(at).text())
        && !predicate.get(at).is("been")) {
      at++;
    }
    if (at >= predicate.size()) {
      return Optional.empty();
    }
    boolean no = reply == Clause.Reply.NO;
    List<Token> told = named(asked.subList(1, 1 + words));
    Token verb = predicate.get(at);
    List<Token> before = new ArrayList<>(predicate.subList(0, at));
    before.removeIf(token -> !no && token.is("ever"));
    List<Token> after = predicate.subList(at + 1, predicate.size());
    boolean singular = words > 1 ? isOfOne(auxiliary, asked.get(words)) : isOne(subject);
    switch (auxiliary) {
      case "do", "does" -> {
        if (no) {
          told.addAll(Words.fixed(singular ? "does not" : "do not", subject));
          told.addAll(before);
          told.add(verb);
        } else {
          told.addAll(before);
          told.add(verb.as(singular ? verbs.thirdPerson(verb.text()) : verb.text()));
        }
      }
      case "did" -> {
        if (no) {
          told.addAll(Words.fixed("did not", subject));
          told.addAll(before);
          told.add(verb);
        } else {
          told.addAll(before);
          told.add(verb.as(verbs.past(verb.text())));
        }
      }
      default -> {
        told.add(asked.get(0).as(singular ? verbs.thirdPerson(auxiliary) : auxiliary));
        if (no) {
          told.addAll(Words.fixed("not", subject));
        }
        told.addAll(before);
        told.add(verb);
      }
    }
    told.addAll(asked(no ? joined(after) : withoutAny(after)));
    return Optional.of(new Statement(told, false, qualified(told, reply, rest)));
  }

  /** How many words are what is asked about: "it", "the pain", "your chest pain"; 0 for none. */
  private static int subject(List<Token> asked, int at) {
    if (SUBJECTS.contains(asked.get(at).text())) {
      return 1;
    }
    boolean known = asked.get(at).is("the") || asked.get(at).is("your");
    for (int words = known ? LONGEST_NAME : 0; words > 0; words--) {
      int to = at + 1 + words;
      if (to < asked.size()) {
        String name = Prose.text(asked.subList(at + 1, to));
        Optional<String> symptom =
            Clinical.of(asked.subList(at + 1, to)).first(ConceptKind.SYMPTOM);
        if (symptom.filter(name::endsWith).isPresent()) {
          return 1 + words;
        }
      }
    }
    return 0;
  }

  /** Of whom or what a question asks, as a note names it. */
  private List<Token> named(List<Token> subject) {
    return new ArrayList<>(
        subject.get(0).is("you")
            ? Words.fixed(ThirdPerson.PATIENT, subject.get(0))
            : asked(subject));
  }

  private boolean isOne(Token subject) {
    return subject.is("you") || phrases.has("answer-singular", subject.text());
  }

  /** "Does the pain …", "did the headache …"; not "are the headaches …". */
  private static boolean isOfOne(String auxiliary, Token last) {
    return switch (auxiliary) {
      case "do", "are", "were", "have" -> false;
      case "does", "is", "was", "has" -> true;
      default -> !last.text().endsWith("s");
    };
  }

  /** "Are you taking any pills?" "Yes": the patient is taking pills. */
  private List<Token> withoutAny(List<Token> tokens) {
    List<Token> some = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = i + 1 == tokens.size();
      if (!tokens.get(i).is("any") || last || phrases.has("any-stays", tokens.get(i + 1).text())) {
        some.add(tokens.get(i));
      }
    }
    return some;
  }

  /** "Bringing anything up, any blood?" and "no" deny both: "or any blood". */
  private static List<Token> joined(List<Token> tokens) {
    List<Token> joined = new ArrayList<>(tokens);
    for (int i = 0; i + 1 < joined.size(); i++) {
      if (joined.get(i).is(",") && joined.get(i + 1).is("any")) {
        joined.set(i, joined.get(i + 1).as("or"));
      }
    }
    return joined;
  }

  /** "Smoke", "vomited": one word is enough. */
  private boolean isTelling(List<Token> predicate) {
    return !predicate.isEmpty()
        && (phrases.has("telling-verb", predicate.get(0).text())
            || predicate.size() == 1 && Clinical.of(predicate).names(ConceptKind.SYMPTOM));
  }

  /** "Does your mother have diabetes?" */
  private Optional<Statement> relative(List<Token> asked, Clause.Reply reply) {
    String auxiliary = asked.get(0).text();
    Token verb = asked.get(3);
    if (!Set.of("do", "does", "did").contains(auxiliary) || reply == Clause.Reply.PARTLY) {
      return Optional.empty();
    }
    List<Token> told = new ArrayList<>(asked(asked.subList(1, 3)));
    if (reply == Clause.Reply.NO) {
      told.addAll(Words.fixed(auxiliary + " not", verb));
      told.add(verb);
    } else {
      boolean past = auxiliary.equals("did");
      told.add(verb.as(past ? verbs.past(verb.text()) : verbs.thirdPerson(verb.text())));
    }
    told.addAll(asked(asked.subList(4, asked.size())));
    return Optional.of(new Statement(told, false, false));
  }

  /** "Yes, when I climb stairs": the rest belongs to the yes; says whether it was added. */
  private boolean qualified(List<Token> told, Clause.Reply reply, List<Token> rest) {
    boolean qualifies =
        !rest.isEmpty()
            && (reply == Clause.Reply.PARTLY
                || reply == Clause.Reply.YES && QUALIFYING.contains(rest.get(0).text()));
    if (qualifies) {
      told.add(rest.get(0).as(","));
      told.addAll(thirdPerson.patient(rest));
    }
    return qualifies;
  }

  /**
   * "… or what", "… or is it getting better": only what was asked first is answered by yes or no.
   */
  private static List<Token> untilAlternative(List<Token> question) {
    for (int i = 2; i < question.size(); i++) {
      if (question.get(i).is("or")
          && (i + 1 == question.size()
              || AUXILIARIES.contains(question.get(i + 1).text())
              || question.get(i + 1).is("what")
              || question.get(i + 1).is("how"))) {
        return question.subList(0, i);
      }
    }
    return question;
  }

  private static List<Token> withoutVague(List<Token> tokens) {
    int from = 0;
    while (from < tokens.size()
        && (!tokens.get(from).isWord()
            || Phrases.english().group("answer-vague-before").contains(tokens.get(from).text())
                && tokens.size() > from + 1
                && !tokens.get(from).is("your"))) {
      if (Set.of("a", "the", "some").contains(tokens.get(from).text())) {
        break;
      }
      from++;
    }
    int to = tokens.size();
    while (to > from
        && (!tokens.get(to - 1).isWord()
            || Phrases.english().group("answer-vague-after").contains(tokens.get(to - 1).text()))) {
      to--;
    }
    return tokens.subList(from, to);
  }
}
