package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

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
  private static final int BACK = 5;

  /** "The vaginal vault is": a subject has its verb this near. */
  private static final int SUBJECT = 4;

  private static final Set<String> NOT_BE = Set.of("isn't", "aren't", "wasn't", "weren't");

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

  /**
   * @param asks whether questions are asked in it; notes ask none
   */
  static Context[] of(List<Token> tokens, boolean asks) {
    ContextReader reader = new ContextReader(tokens);
    reader.negations();
    if (asks) {
      reader.questions();
    }
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
    int from = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int cue = isAnswer(i) ? 0 : isNegator(text(i)) ? 1 : Cues.at("negator", tokens, i);
      if (cue > 0) {
        from = i + cue - 1;
      } else if (from >= 0
          && (i > from + NEGATED
              || Cues.is("ends-negation", text(i))
              || isStop(i)
              || newSubject(i)
              || newClause(from, i))) {
        from = -1;
      }
      if (from >= 0) {
        polarity[i] = Polarity.NEGATED;
      }
      if (cue > 0 && isLast(i + cue) && Cues.is("negator-after", text(i)) || isPassive(i, cue)) {
        back(i, BACK, at -> polarity[at] = Polarity.NEGATED);
      }
    }
  }

  /** "An MRI is not needed". */
  private boolean isPassive(int i, int cue) {
    int after = i + cue;
    return cue > 0
        && after < tokens.size()
        && Cues.is("wanted", text(after))
        && (NOT_BE.contains(text(i)) || i > 0 && Cues.is("copula", text(i - 1)));
  }

  /**
   * Speech that was written down without marks runs on: "no drift sensation is intact", "no lesions
   * on the labia the vault is normal", "I haven't had any I have had some swelling".
   */
  private boolean newClause(int negator, int i) {
    if (i - negator < 3) {
      return i - negator == 2 && Cues.is("ends-question", text(i));
    }
    if (Cues.is("ends-question", text(i))) {
      return true;
    }
    String before = text(i - 1);
    if (Cues.is("person-subject", text(i))) {
      return !Cues.is("binds", before)
          && tokens.subList(negator, i).stream()
              .noneMatch(token -> Cues.is("thinks", WordForms.base(token.text())));
    }
    if (Cues.is("determiner", text(i))) {
      return !Cues.is("binds", before) && copulaWithin(i + 1, SUBJECT);
    }
    return !Cues.is("binds", before)
        && copulaWithin(i + 1, 1)
        && Vocabulary.english().concept(text(i)).isPresent()
        && namesClinical(negator + 1, i);
  }

  private boolean namesClinical(int from, int to) {
    String words =
        tokens.subList(from, to).stream().map(Token::text).collect(Collectors.joining(" "));
    return !Vocabulary.english().mentions(words).isEmpty();
  }

  private boolean copulaWithin(int from, int most) {
    for (int i = from; i < Math.min(tokens.size(), from + most); i++) {
      if (Cues.is("copula", text(i))) {
        return true;
      }
    }
    return false;
  }

  /** "Any pain", "do you have pain" within a longer stretch: a "no" or "yes" at its end answers. */
  private void questions() {
    int from = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (isInversion(i) || text(i).equals("any") && polarity[i] == Polarity.AFFIRMED) {
        from = i;
      } else if (isStop(i) || newSubject(i) || Cues.is("ends-question", text(i))) {
        from = -1;
      }
      if (from >= 0) {
        polarity[i] = Polarity.OPEN;
      }
    }
    String last = tokens.isEmpty() ? "" : text(tokens.size() - 1);
    if (from >= 0 && (last.equals("no") || Cues.is("yes", last))) {
      Arrays.fill(
          polarity, from, tokens.size(), last.equals("no") ? Polarity.NEGATED : Polarity.AFFIRMED);
    }
  }

  private boolean isInversion(int i) {
    return Cues.is("asks", text(i))
        && i + 1 < tokens.size()
        && Cues.is("asked", text(i + 1))
        && (i == 0
            || !Cues.is("subject", text(i - 1))
                && !Cues.is("asks", text(i - 1))
                && !Cues.is("makes", text(i - 1)));
  }

  /** "No, actually it is better" denies what was asked before, not what follows. */
  private boolean isAnswer(int i) {
    return i == 0
        && text(i).equals("no")
        && tokens.size() > 1
        && (Cues.is("subject", text(1)) || Cues.is("after-answer", text(1)));
  }

  private void endings() {
    int until = -1;
    int past = -1;
    for (int i = 0; i < tokens.size(); i++) {
      int cue = Cues.at("ended", tokens, i);
      boolean intended =
          i > 0 && Cues.is("intends", text(i - 1)) || i == 0 && text(i).equals("stop");
      if (cue > 0 && !intended) {
        until = i + cue - 1 + ENDED;
      } else if (isStop(i) || Cues.is("ends-negation", text(i)) || newSubject(i)) {
        until = -1;
      }
      if (Cues.at("past", tokens, i) > 0) {
        past = i + ENDED;
      }
      if (i <= Math.max(until, past)) {
        aspect[i] = i <= until ? Aspect.ENDED : Aspect.PAST;
      }
      boolean passive = cue > 0 && i > 0 && Cues.is("be-past", text(i - 1));
      if (passive || Cues.at("ended-after", tokens, i) > 0) {
        back(i, BACK, at -> aspect[at] = Aspect.ENDED);
      }
    }
  }

  /** "If it gets worse, call": the part up to the comma. */
  private void conditions() {
    boolean supposed = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean wondered = i > 0 && Cues.is("thinks", WordForms.base(text(i - 1))); // "know if"
      if (Cues.at("condition", tokens, i) > 0 && !wondered) {
        supposed = true;
      } else if (isStop(i) || newSubject(i) || Cues.is("ends-condition", text(i))) {
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
        if (i > 1 && Cues.is("determiner", text(i - 1)) && text(i - 2).equals("in")) {
          Arrays.fill(person, 0, i, kin); // "does it run in your family"
        }
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
