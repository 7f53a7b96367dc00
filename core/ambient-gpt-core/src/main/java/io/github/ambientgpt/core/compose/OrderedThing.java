package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What stands behind the verb of an order and belongs to it: not why the clinician thinks so, what
 * it will do, nor the next sentence of speech without marks.
 *
 * @param what is ordered, with its dose, time, site, reason and condition
 * @param rest the next sentence; empty for none
 */
record OrderedThing(List<Token> what, List<Token> rest) {
  private static final Phrases PHRASES = Phrases.english();

  private static final Set<String> CONDITIONS =
      Set.of(
          "if",
          "unless",
          "until",
          "till",
          "once",
          "when",
          "whenever",
          "while",
          "after",
          "before",
          "because",
          "sure",
          "see");

  private static final Set<String> FINITE =
      Set.of(
          "is", "are", "was", "were", "will", "would", "can", "could", "should", "may", "might",
          "must", "has", "does", "look", "looks", "feels", "seems", "sounds", "makes", "helps");

  private static final Set<String> JOINTS =
      Set.of("and", "but", "so", ",", "that", "which", "who", "then", "or");

  private static final Set<String> SUBJECTS =
      Set.of(
          "i", "we", "you", "he", "she", "it", "they", "there", "that", "this", "what", "those",
          "these");

  private static final Set<String> ARTICLES =
      Set.of(
          "the", "a", "an", "this", "these", "those", "your", "my", "his", "her", "their", "our");

  private static final Conjugation VERBS = new Conjugation();

  private static final int LONGEST_TAIL = 6;

  /** So far before its verb a subject begins. */
  private static final int SUBJECT = 4;

  static OrderedThing in(List<Token> said) {
    int to = 0;
    boolean conditioned = false;
    while (to < said.size()) {
      Token token = said.get(to);
      String before = to > 0 ? said.get(to - 1).text() : "";
      if (isAnother(said, to) || to > 0 && PHRASES.at("order-ends", said, to) > 0) {
        break;
      }
      boolean subordinate =
          CONDITIONS.contains(before)
              || before.equals("how")
              || before.equals("that") && to > 1 && said.get(to - 2).is("sure");
      conditioned |= CONDITIONS.contains(token.text());
      boolean sure = token.is("that") && before.equals("sure");
      if (isSubject(said, to) && !subordinate && !sure) {
        to = to > 0 && (JOINTS.contains(before) || before.equals("what")) ? to - 1 : to;
        break;
      }
      if (FINITE.contains(token.text()) && !conditioned && to > 0) {
        to = subject(said, to);
        break;
      }
      to++;
    }
    List<Token> what = trimmed(said.subList(0, to));
    int rest = to;
    while (rest < said.size()
        && (said.get(rest).is(",") || PHRASES.has("joint-tail", said.get(rest).text()))) {
      rest++;
    }
    return new OrderedThing(what, said.subList(rest, said.size()));
  }

  /** "… and continue the aspirin". */
  private static boolean isAnother(List<Token> said, int at) {
    boolean joint = said.get(at).is("and") || said.get(at).is(",") || said.get(at).is("then");
    return joint && at > 0 && PHRASES.at("order-another", said, at + 1) > 0;
  }

  /** Whether a sentence begins here: "it will", "you're". */
  private static boolean isSubject(List<Token> said, int at) {
    String text = said.get(at).text();
    int clitic = text.indexOf('\'');
    if (!SUBJECTS.contains(clitic > 0 ? text.substring(0, clitic) : text)) {
      return false;
    }
    if (clitic > 0 || text.equals("i") || text.equals("we")) {
      return true;
    }
    if (at == 0 || at + 1 >= said.size()) {
      return false;
    }
    String next = said.get(at + 1).text();
    boolean helped = VERBS.isBase(said.get(at - 1).text()); // "help you sleep"
    return VERBS.isAuxiliary(next)
        || !helped && VERBS.isBase(next) && !text.matches("th(?:is|at|ose|ese)");
  }

  /** Where the sentence of a verb begins: "… for your knee | and that therapy will". */
  private static int subject(List<Token> said, int verb) {
    for (int i = verb - 1; i > 0; i--) {
      if (JOINTS.contains(said.get(i).text())) {
        return i;
      }
    }
    for (int i = verb - 1; i > 0 && i >= verb - SUBJECT; i--) {
      if (ARTICLES.contains(said.get(i).text())) {
        return i;
      }
    }
    return verb;
  }

  private static List<Token> trimmed(List<Token> said) {
    int from = 0;
    int to = said.size();
    int article = PHRASES.at("order-article", said, from);
    while (article > 0) {
      from += article;
      article = PHRASES.at("order-article", said, from);
    }
    while (from + 1 < to
        && PHRASES.has("order-drug-article", said.get(from).text())
        && said.get(from + 1).type() == Token.Type.NUMBER) {
      from++;
    }
    int tail = tail(said, from, to);
    while (tail > 0) {
      to -= tail;
      tail = tail(said, from, to);
    }
    return withoutFillers(said.subList(Math.min(from, to), to));
  }

  private static List<Token> withoutFillers(List<Token> said) {
    List<Token> told = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      int filler = PHRASES.at("order-filler", said, i);
      if (filler > 0 && !(i + filler < said.size() && said.get(i + filler).is("as"))) {
        i += filler - 1;
      } else {
        told.add(said.get(i));
      }
    }
    return told;
  }

  /** How many of the last words say nothing. */
  private static int tail(List<Token> said, int from, int to) {
    for (int words = LONGEST_TAIL; words > 0; words--) {
      int at = to - words;
      if (at >= from && PHRASES.at("order-tail", said.subList(0, to), at) == words) {
        return words;
      }
    }
    boolean dangling =
        to > from
            && (!said.get(to - 1).isWord()
                || PHRASES.has("dangling", said.get(to - 1).text())
                || PHRASES.has("stranded", said.get(to - 1).text()));
    return dangling ? 1 : 0;
  }
}
