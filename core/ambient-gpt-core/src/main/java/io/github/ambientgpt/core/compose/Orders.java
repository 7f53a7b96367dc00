package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Turns what a clinician says they will do into an order: "I'd like to go ahead and prescribe …"
 * becomes "Prescribe …", "I want you to ice it" "The patient is to ice it".
 */
final class Orders {
  private static final Set<String> FIRST_PERSONS =
      Phrases.english().group("intention-first-persons");

  private static final Set<String> BETWEEN = Phrases.english().group("intention-between");

  private static final Set<String> BEFORE = Phrases.english().group("intention-before");

  private static final Set<String> NEGATIONS = Phrases.english().group("intention-negations");

  private static final Set<String> OPINIONS = Phrases.english().group("intention-opinions");

  private static final Set<String> PERCEPTIONS = Phrases.english().group("intention-perceptions");

  /** What stands before another order, and the order itself, have no fewer words. */
  private static final int LEAST = 4;

  /** So near to its beginning an order says what is ordered. */
  private static final int NEAR = 9;

  private static final Conjugation VERBS = new Conjugation();

  private static final Set<String> MERE = Set.of("if", "unless", "once");

  private static final Set<String> PERMITTED = Set.of("you", "he", "she", "they");

  private static final Set<String> HAVING = Set.of("and", "then", "also");

  private static final Set<String> US = Set.of("me", "us");

  /** A condition of more words is likely to hold more than one. */
  private static final int LONGEST_CONDITION = 14;

  private Orders() {}

  /** Whether the clause begins as an intention does. */
  static boolean intends(List<Token> tokens) {
    for (int i = 0; i < Math.min(tokens.size(), 8); i++) {
      if (FIRST_PERSONS.contains(tokens.get(i).text())
          && (i == 0
              || Phrases.english().group("intention-after").contains(tokens.get(i - 1).text()))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same with "I think", "I'm going to", "I want you to" made impersonal, wherever they stand.
   */
  static List<Token> impersonal(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      Intention intention = begins(tokens, i, told) ? Intention.at(tokens, i) : null;
      if (intention != null && intention.negated() && isPurpose(tokens, i)) {
        return told.subList(0, told.size() - (tokens.get(i - 1).is("that") ? 2 : 1));
      }
      if (intention == null || intention.end() >= tokens.size()) {
        told.add(token);
        i++;
      } else {
        told.addAll(intention.told(tokens, token));
        i = intention.next(tokens);
      }
    }
    return told;
  }

  /** "Get an x-ray so that we don't miss a fracture": the order is whole without it. */
  private static boolean isPurpose(List<Token> tokens, int at) {
    int so = at > 1 && tokens.get(at - 1).is("that") ? at - 2 : at - 1;
    return so >= LEAST - 1 && tokens.get(so).is("so") && tokens.get(so - 1).isWord();
  }

  private static boolean begins(List<Token> tokens, int i, List<Token> told) {
    return FIRST_PERSONS.contains(tokens.get(i).text())
        && (told.isEmpty() || BEFORE.contains(tokens.get(i - 1).text()));
  }

  /** "So assuming that the ultrasound is normal": what follows is not so yet. */
  static boolean supposes(List<Token> tokens) {
    int from = 0;
    while (from < tokens.size()
        && (!tokens.get(from).isWord()
            || Phrases.english().has("supposing-lead", tokens.get(from).text()))) {
      from++;
    }
    return Phrases.english().at("supposing", tokens, from) > 0 && !isOften(tokens, from);
  }

  /** "I like to drink wine too", "I take that myself": what clinicians do is nobody's plan. */
  static boolean isOfOneself(List<Token> tokens) {
    Phrases phrases = Phrases.english();
    int at = 0;
    while (at < tokens.size() && phrases.has("supposing-lead", tokens.get(at).text())) {
      at++;
    }
    boolean own = at + 2 < tokens.size() && (tokens.get(at).is("i") || tokens.get(at).is("i'm"));
    if (!own || tokens.stream().anyMatch(token -> phrases.has("of-patient", token.text()))) {
      return false;
    }
    Token last = tokens.get(tokens.size() - 1);
    if (last.is("myself") || last.is("too") && !phrases.within("order", tokens)) {
      return true;
    }
    at++;
    while (at < tokens.size() && phrases.has("own-habit-before", tokens.get(at).text())) {
      at++;
    }
    return at < tokens.size() && phrases.has("own-habit", tokens.get(at).text());
  }

  /** "If that's positive …". */
  static boolean isCondition(List<Token> tokens) {
    return !tokens.isEmpty() && MERE.contains(tokens.get(0).text());
  }

  /** "If you're still having symptoms", with nothing that depends on it. */
  static boolean isMereCondition(List<Token> tokens) {
    return MERE.contains(tokens.get(0).text())
        && tokens.size() <= LONGEST_CONDITION
        && !tokens.get(tokens.size() - 1).is("not")
        && tokens.stream().noneMatch(t -> t.is(",") || FIRST_PERSONS.contains(t.text()));
  }

  /** "If he isn't better by Thursday, bring him back": what is to be done then. */
  static boolean isConditional(List<Token> tokens) {
    if (!MERE.contains(tokens.get(0).text())) {
      return false;
    }
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is(",")) {
        List<Token> dependent = tokens.subList(i + 1, tokens.size());
        return Phrases.english().at("imperative", dependent, 0) > 0
            || intends(dependent.subList(0, 1)) && Phrases.english().within("order", dependent);
      }
    }
    return false;
  }

  /** "I'll have you check your weight", "I want you to wear it". */
  static boolean instructs(List<Token> tokens) {
    for (int i = 1; i + 2 < Math.min(tokens.size(), NEAR); i++) {
      boolean has = tokens.get(i - 1).is("have");
      boolean to = tokens.get(i + 1).is("to");
      if (tokens.get(i).is("you")
          && (has || to)
          && Phrases.english().at("imperative", tokens, to ? i + 2 : i + 1) > 0) {
        return true;
      }
    }
    return false;
  }

  /** "For the heartburn you can take famotidine", "she should take it at night". */
  static boolean permits(List<Token> tokens) {
    Phrases phrases = Phrases.english();
    for (int i = 0;
        !MERE.contains(tokens.get(0).text()) && i + 2 < Math.min(tokens.size(), NEAR);
        i++) {
      if (PERMITTED.contains(tokens.get(i).text())
          && phrases.has("permitting", tokens.get(i + 1).text())) {
        int verb = i + 2;
        while (verb + 1 < tokens.size() && phrases.has("adverbs", tokens.get(verb).text())) {
          verb++;
        }
        return phrases.at("imperative", tokens, verb) > 0;
      }
    }
    return false;
  }

  /** "No basketball for at least four weeks", "nothing to eat after midnight". */
  static boolean isBan(List<Token> tokens) {
    return tokens.size() > 3
        && (tokens.get(0).is("no") || tokens.get(0).is("nothing"))
        && !VERBS.isSentence(tokens)
        && tokens.stream().anyMatch(token -> Phrases.english().has("ban-until", token.text()));
  }

  /** "Don't use it on your face". */
  static boolean forbids(List<Token> tokens) {
    boolean not =
        tokens.get(0).is("don't")
            || tokens.size() > 1 && tokens.get(0).is("do") && tokens.get(1).is("not");
    return not && Phrases.english().at("imperative", tokens, 0) > 0;
  }

  /** "See me in a month", "call us": to whom a patient returns goes without saying. */
  static List<Token> withoutUs(List<Token> tokens) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int last = told.size() - 1;
      if (last < 0 || !US.contains(token.text())) {
        told.add(token);
      } else if (told.get(last).is("see") && last > 0 && told.get(last - 1).is("to")) {
        told.subList(last - 1, last + 1).clear(); // "return to see me"
      } else if (told.get(last).is("see")) {
        told.set(last, told.get(last).as("return"));
        i += i + 1 < tokens.size() && tokens.get(i + 1).is("back") ? 1 : 0;
      } else if (told.get(last).is("with") || told.get(last).is("to")) {
        told.remove(last);
      }
    }
    return told;
  }

  /** "We can …": what can depend on a condition that was said before it; a next visit does not. */
  static boolean depends(List<Token> tokens) {
    return FIRST_PERSONS.contains(tokens.get(0).text())
        && !Phrases.english().within("follow-up", tokens);
  }

  /**
   * Where in a clause that runs on another order begins: "… pass the stone | I'm going to prescribe
   * …"; 0 for nowhere. What depends on a condition stays with it, an order with its problem.
   */
  static int next(List<Token> tokens) {
    if (isConditioned(tokens)) {
      return 0;
    }
    for (int i = LEAST; i + 2 <= tokens.size(); i++) {
      String before = tokens.get(i - 1).text();
      boolean has = Words.startsWith(tokens, i, "have", "you") && HAVING.contains(before);
      if (ProblemHeading.begins(tokens, i)) { // "do that | for the second problem, the diabetes"
        return i;
      }
      if (has
          && i + 3 < tokens.size()
          && VERBS.isBase(tokens.get(i + 2).text())
          && intends(tokens.subList(0, i))) { // "put you in a splint and | have you come back"
        return i;
      }
      List<Token> first = tokens.subList(0, i);
      boolean so =
          before.equals("so")
              && Phrases.english().at("imperative", tokens, i) > 0
              && VERBS.isSentence(first.subList(0, i - 1));
      boolean lead = Phrases.english().at("order-lead", tokens, i) > 0 && VERBS.isSentence(first);
      if (so || lead) { // "your cholesterol is fine, so | keep the atorvastatin"
        return i;
      }
      boolean stump = Phrases.english().has("stump", first.get(0).text()); // "as a pain reliever"
      if (begins(tokens, i) && (stump || VERBS.isSentence(first))) {
        return i;
      }
    }
    return 0;
  }

  /** "Once a day" is no condition. */
  private static boolean isConditioned(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (isConditionAt(tokens, i)) {
        return true;
      }
    }
    return false;
  }

  static boolean isConditionAt(List<Token> tokens, int at) {
    return Phrases.english().at("order-condition", tokens, at) > 0 && !isOften(tokens, at);
  }

  private static boolean isOften(List<Token> tokens, int once) {
    return tokens.get(once).is("once")
        && (once + 1 == tokens.size()
            || Phrases.english().has("after-once", tokens.get(once + 1).text()));
  }

  /** Whether "I'm going to order …" begins here. */
  private static boolean begins(List<Token> tokens, int i) {
    String before = tokens.get(i - 1).text();
    boolean intended =
        FIRST_PERSONS.contains(tokens.get(i).text())
            && !Phrases.english().has("order-not-after", before);
    boolean going =
        Words.startsWith(tokens, i, "going", "to") && !Phrases.english().has("going-after", before);
    if (!intended && !going || i + LEAST > tokens.size()) {
      return false;
    }
    List<Token> begun = begun(tokens.subList(i, tokens.size()));
    return intends(begun)
        && Phrases.english().within("order", begun.subList(0, Math.min(begun.size(), NEAR)));
  }

  /** "Going to order a BMP", "have you come back" are said of oneself. */
  static List<Token> begun(List<Token> tokens) {
    boolean has = tokens.get(0).is("have");
    if (!has && !tokens.get(0).is("going")) {
      return tokens;
    }
    List<Token> begun = new ArrayList<>(List.of(tokens.get(0).as(has ? "i'll" : "i'm")));
    begun.addAll(tokens);
    return begun;
  }

  /**
   * The words of an intention, an opinion or a perception.
   *
   * @param from index of "I" or "we"
   * @param end index of the first word of what is intended
   * @param negated with a "not"
   * @param forPatient "I want you to"
   * @param opinion "I think"
   */
  private record Intention(
      int from, int end, boolean negated, boolean forPatient, boolean opinion) {
    static Intention at(List<Token> tokens, int from) {
      boolean negated = false;
      int end = from + 1;
      while (end < tokens.size()) {
        String word = tokens.get(end).text();
        if (NEGATIONS.contains(word)) {
          negated = true;
        } else if (OPINIONS.contains(word) && !(word.equals("feel") && negated)) {
          boolean linked =
              end + 1 < tokens.size()
                  && (tokens.get(end + 1).is("that") || tokens.get(end + 1).is("like"));
          int said = linked ? end + 2 : end + 1;
          int need = negated ? need(tokens, said) : said;
          return new Intention(from, need, negated, false, true);
        } else if (word.equals("you") && end > from + 1 && end + 1 < tokens.size()) {
          boolean to = tokens.get(end + 1).is("to");
          boolean there = Phrases.english().has("where-patient-is", tokens.get(end + 1).text());
          boolean patient = to || there || tokens.get(end - 1).is("have");
          return new Intention(from, patient ? end + (to ? 2 : 1) : end, negated, patient, false);
        } else if (!BETWEEN.contains(word) && !tokens.get(end).is(",")) {
          break;
        }
        end++;
      }
      return new Intention(from, end, negated, false, false);
    }

    private static boolean isNecessity(Token token) {
      return token.is("have") || token.is("need");
    }

    /** Where it goes on after "we need to" or "you need"; where it begins for none of these. */
    private static int need(List<Token> tokens, int at) {
      boolean needed =
          at + 3 < tokens.size()
              && Set.of("we", "you", "i").contains(tokens.get(at).text())
              && isNecessity(tokens.get(at + 1));
      if (!needed) {
        return at;
      }
      boolean thing =
          tokens.get(at + 1).is("need")
              && Phrases.english().has("needed-thing", tokens.get(at + 2).text());
      return tokens.get(at + 2).is("to") ? at + 3 : thing ? at + 2 : at;
    }

    private String doubt(List<Token> tokens) {
      Token last = tokens.get(end - 1);
      return last.is("to")
          ? "there is no need to"
          : last.is("need") ? "there is no need for" : "it is not thought that";
    }

    /** What is only suspected stays so. */
    private boolean suspects(List<Token> tokens) {
      return tokens.subList(from, end).stream().anyMatch(token -> token.is("suspect"));
    }

    /** What stands in a note in place of it. */
    List<Token> told(List<Token> tokens, Token first) {
      if (opinion) {
        return negated
            ? Words.fixed(doubt(tokens), first)
            : suspects(tokens) ? Words.fixed("suspect", first) : List.of();
      }
      if (perceives(tokens)) {
        return negated && !isAnew(tokens) ? Words.fixed("no", first) : List.of();
      }
      int may = tentative(tokens);
      if (may > 0) {
        String word = isNegation(tokens, may + 1) ? "may not" : "may";
        return Words.fixed(forPatient ? "the patient " + word : word, first);
      }
      if (forPatient) {
        String is = negated ? "the patient is not" : "the patient is";
        boolean there = Phrases.english().has("where-patient-is", tokens.get(end).text());
        boolean wished = tokens.get(end - 1).is("you") && !tokens.get(end - 2).is("have");
        return Words.fixed(there ? wished ? is + " to be" : is : is + " to", first);
      }
      if (negated) {
        boolean need = tokens.get(end - 1).is("to") && isNecessity(tokens.get(end - 2));
        return Words.fixed(need ? "there is no need to" : "do not", first);
      }
      if (tokens.get(end - 1).is("suggest")) {
        return Words.fixed("recommend", first);
      }
      if (tokens.subList(from, end).stream().anyMatch(token -> token.is("probably"))) {
        return Words.fixed("probably", first);
      }
      return isMere(first) ? List.of(first) : List.of();
    }

    /** Where what it says goes on. */
    int next(List<Token> tokens) {
      int may = forPatient ? 0 : tentative(tokens);
      if (may > 0) {
        return isNegation(tokens, may + 1) ? may + 2 : may + 1;
      }
      if (!perceives(tokens)) {
        return end;
      }
      int next = end + 1;
      while (next < tokens.size()
          && (tokens.get(next).is("that") || negated && tokens.get(next).is("any"))) {
        next++;
      }
      return next;
    }

    /** "I don't see any, there's a little fluid": what was denied was not named. */
    private boolean isAnew(List<Token> tokens) {
      int next = next(tokens);
      while (next < tokens.size() && tokens.get(next).is(",")) {
        next++;
      }
      return next < tokens.size() && tokens.get(next).text().startsWith("there");
    }

    /** Where "might" stands in "I might order", which is no order yet; 0 for nowhere. */
    private int tentative(List<Token> tokens) {
      for (int i = from + 1; i < end && !opinion; i++) {
        if (Phrases.english().has("tentative", tokens.get(i).text())) {
          return i;
        }
      }
      return 0;
    }

    private static boolean isNegation(List<Token> tokens, int at) {
      return at < tokens.size() && NEGATIONS.contains(tokens.get(at).text());
    }

    /** "I do hear", but not "I want to see". */
    private boolean perceives(List<Token> tokens) {
      return !opinion
          && !forPatient
          && PERCEPTIONS.contains(tokens.get(end).text())
          && !Phrases.english().has("not-perceived", tokens.get(end - 1).text())
          && !tokens.get(end - 1).text().endsWith("'ll");
    }

    /** "I" with nothing of an intention after it. */
    private boolean isMere(Token first) {
      return end == from + 1 && !first.is("let's") && !first.text().endsWith("'ll");
    }
  }
}
