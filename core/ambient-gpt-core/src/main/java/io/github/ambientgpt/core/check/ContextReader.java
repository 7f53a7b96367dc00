package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.text.Token;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Finds how a text speaks of each of its words: denied or not, over or supposed, and of whom. It is
 * ConText's idea: a cue holds until a word that ends its scope.
 */
final class ContextReader {
  /** A negation reaches no further than this many words; lists are long. */
  private static final int NEGATED = 20;

  /** "Used to smoke", "quit drinking": what ended stands close by. */
  private static final int ENDED = 5;

  /** "Homan's sign is negative": what a cue at the end denies stands close by, too. */
  private static final int BACK = 6;

  private final List<Token> tokens;
  private final Polarity[] polarity;
  private final Aspect[] aspect;
  private final String[] person;

  private ContextReader(List<Token> tokens) {
    this.tokens = tokens;
    polarity = new Polarity[tokens.size()];
    aspect = new Aspect[tokens.size()];
    person = new String[tokens.size()];
    Arrays.fill(polarity, Polarity.AFFIRMED);
    Arrays.fill(aspect, Aspect.PRESENT);
    Arrays.fill(person, "");
  }

  static Context[] of(List<Token> tokens) {
    ContextReader reader = new ContextReader(tokens);
    reader.negations();
    reader.endings();
    reader.conditions();
    reader.persons();
    Context[] contexts = new Context[tokens.size()];
    for (int i = 0; i < contexts.length; i++) {
      contexts[i] = new Context(reader.polarity[i], reader.aspect[i], reader.person[i]);
    }
    return contexts;
  }

  static boolean isNegator(String word) {
    return Cues.is("negator", word) || word.endsWith("n't");
  }

  private void negations() {
    int until = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int cue = isNegator(text(i)) ? 1 : Cues.at("negator", tokens, i);
      if (cue > 0) {
        until = i + cue - 1 + NEGATED;
      } else if (Cues.is("ends-negation", text(i)) || isStop(i) || newSubject(i)) {
        until = -1;
      }
      if (i <= until) {
        polarity[i] = Polarity.NEGATED;
      }
      if (cue > 0 && isLast(i + cue) && Cues.is("negator-after", text(i))) {
        back(i, BACK, at -> polarity[at] = Polarity.NEGATED);
      }
    }
  }

  private void endings() {
    int until = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int cue = Cues.at("ended", tokens, i);
      boolean intended =
          i > 0 && Cues.is("intends", text(i - 1)) || i == 0 && text(i).equals("stop");
      if (cue > 0 && !intended) {
        until = i + cue - 1 + ENDED;
      } else if (isStop(i) || Cues.is("ends-negation", text(i)) || newSubject(i)) {
        until = -1;
      }
      if (i <= until) {
        aspect[i] = Aspect.ENDED;
      }
      if (Cues.at("ended-after", tokens, i) > 0) {
        back(i, BACK, at -> aspect[at] = Aspect.ENDED);
      }
    }
  }

  /** "If it gets worse, call": the part up to the comma. */
  private void conditions() {
    boolean supposed = false;
    for (int i = 0; i < tokens.size(); i++) {
      if (Cues.at("condition", tokens, i) > 0) {
        supposed = true;
      } else if (isStop(i) || text(i).equals(",") || text(i).equals("then")) {
        supposed = false;
      }
      if (supposed) {
        aspect[i] = Aspect.CONDITIONAL;
      }
    }
  }

  private void persons() {
    String whose = "";
    for (int i = 0; i < tokens.size(); i++) {
      String kin = kin(text(i));
      if (!kin.isEmpty()) {
        whose = kin;
      } else if (Cues.is("patient", text(i)) || isStop(i)) {
        whose = "";
      }
      person[i] = whose;
    }
  }

  /** The relative that a word names, without its possessive; empty for other words. */
  static String kin(String word) {
    String plain = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    return Cues.is("person", plain) ? plain : "";
  }

  private void back(int from, int most, java.util.function.IntConsumer mark) {
    for (int i = from - 1; i >= Math.max(0, from - most); i--) {
      if (isStop(i) || text(i).equals(",") || Cues.is("ends-negation", text(i))) {
        return;
      }
      mark.accept(i);
    }
  }

  /** "and he" begins something else. */
  private boolean newSubject(int i) {
    return text(i).equals("and") && i + 1 < tokens.size() && Cues.is("subject", text(i + 1));
  }

  private boolean isLast(int i) {
    return i >= tokens.size() || Set.of(".", ";", ",").contains(text(i));
  }

  private boolean isStop(int i) {
    return text(i).equals(";") || text(i).equals(".");
  }

  private String text(int i) {
    return tokens.get(i).text();
  }
}
