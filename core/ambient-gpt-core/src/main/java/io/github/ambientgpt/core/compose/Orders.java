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

  private static boolean begins(List<Token> tokens, int i, List<Token> told) {
    return FIRST_PERSONS.contains(tokens.get(i).text())
        && (told.isEmpty() || BEFORE.contains(tokens.get(i - 1).text()));
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
          boolean need = negated && isNeed(tokens, said);
          return new Intention(from, need ? said + 3 : said, negated, false, true);
        } else if (word.equals("you") && end > from + 1 && end + 1 < tokens.size()) {
          boolean to = tokens.get(end + 1).is("to");
          boolean patient = to || tokens.get(end - 1).is("have");
          return new Intention(from, patient ? end + (to ? 2 : 1) : end, negated, patient, false);
        } else if (!BETWEEN.contains(word) && !tokens.get(end).is(",")) {
          break;
        }
        end++;
      }
      return new Intention(from, end, negated, false, false);
    }

    private static boolean isNeed(List<Token> tokens, int at) {
      return at + 3 < tokens.size()
          && Set.of("we", "you", "i").contains(tokens.get(at).text())
          && Set.of("need", "have").contains(tokens.get(at + 1).text())
          && tokens.get(at + 2).is("to");
    }

    private String doubt(List<Token> tokens) {
      return tokens.get(end - 1).is("to") ? "there is no need to" : "it is not thought that";
    }

    /** What stands in a note in place of it. */
    List<Token> told(List<Token> tokens, Token first) {
      if (opinion) {
        return negated ? Words.fixed(doubt(tokens), first) : List.of();
      }
      if (perceives(tokens)) {
        return negated ? Words.fixed("no", first) : List.of();
      }
      int may = tentative(tokens);
      if (may > 0) {
        String word = isNegation(tokens, may + 1) ? "may not" : "may";
        return Words.fixed(forPatient ? "the patient " + word : word, first);
      }
      if (forPatient) {
        String is = negated ? "the patient is not" : "the patient is";
        boolean there = Phrases.english().has("where-patient-is", tokens.get(end).text());
        return Words.fixed(there ? is : is + " to", first);
      }
      if (negated) {
        return Words.fixed("do not", first);
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
