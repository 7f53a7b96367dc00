package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Clause.Reply;
import io.github.ambientgpt.core.cleaning.Words;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A question as it would be asked straight on: "you haven't had any fever, have you?" asks "have
 * you had any fever", "no vomiting?" asks "any vomiting", "not allergic to anything?" asks "are you
 * allergic to anything".
 *
 * @param negative whether it was put in the negative, so that a mere yes agrees to a no
 */
record StraightQuestion(List<Token> words, boolean negative) {
  private static final Phrases PHRASES = Phrases.english();

  private static final Map<String, String> CONTRACTED =
      Map.of("you're", "are", "he's", "is", "she's", "is", "they're", "are", "you've", "have");

  private static final Map<String, String> POSSESSED = Map.of("has", "does", "had", "did");

  StraightQuestion {
    words = List.copyOf(words);
  }

  static StraightQuestion of(List<Token> asked) {
    List<Token> words = withoutTag(asked);
    if (words.size() < 2) {
      return new StraightQuestion(asked, false);
    }
    Token first = words.get(0);
    Token second = words.get(1);
    if (first.text().startsWith("you") && second.is("also") && words.size() > 3) {
      List<Token> rest = new ArrayList<>(words);
      rest.remove(1);
      return of(rest);
    }
    if (first.is("no")) {
      return new StraightQuestion(put(List.of(first.as("any")), words, 1), true);
    }
    if (first.is("not")) {
      return new StraightQuestion(put(Words.fixed("are you", first), words, 1), true);
    }
    if (PHRASES.has("answer-subjects", first.text()) && second.text().endsWith("n't")) {
      String auxiliary = auxiliary(second.text());
      return new StraightQuestion(put(List.of(second.as(auxiliary), first), words, 2), true);
    }
    if (CONTRACTED.containsKey(first.text()) && second.is("not")) {
      String person = first.text().substring(0, first.text().indexOf('\''));
      List<Token> inverted = List.of(first.as(CONTRACTED.get(first.text())), first.as(person));
      return new StraightQuestion(put(inverted, words, 2), true);
    }
    if (PHRASES.has("telling-verb", first.text())) {
      return new StraightQuestion(put(Words.fixed("do you", first), words, 0), false);
    }
    if (first.is("you") && PHRASES.has("inverted-after-you", second.text()) && words.size() > 3) {
      boolean not = words.get(2).is("not"); // "you are not allergic to anything, right?"
      return new StraightQuestion(put(List.of(second, first), words, not ? 3 : 2), not);
    }
    boolean had = words.size() > 2 && words.get(2).text().matches("had|been|ever|not|never");
    if (first.is("you") && words.size() > 2 && !had && PHRASES.at("asked-of-you", words, 1) > 0) {
      return new StraightQuestion(put(Words.fixed("do you", first), words, 1), false);
    }
    if (first.is("you've") && words.size() > 2) {
      return new StraightQuestion(put(Words.fixed("have you", first), words, 1), false);
    }
    if (first.is("you're") && words.size() > 2) {
      return new StraightQuestion(put(Words.fixed("are you", first), words, 1), false);
    }
    if (first.is("your")
        && (PHRASES.has("kinsman", second.text()) || PHRASES.has("kinswoman", second.text()))
        && words.size() > 3
        && POSSESSED.containsKey(words.get(2).text())) { // "your mom has diabetes?"
      String auxiliary = POSSESSED.get(words.get(2).text());
      List<Token> inverted = List.of(first.as(auxiliary), first, second, words.get(2).as("have"));
      return new StraightQuestion(put(inverted, words, 3), false);
    }
    if (first.text().endsWith("n't")) {
      return new StraightQuestion(put(List.of(first.as(auxiliary(first.text()))), words, 1), false);
    }
    return new StraightQuestion(asked, false);
  }

  /** "Right" to "no vomiting?" says that there was none; "yes, to sulfa" says more. */
  Reply reply(Reply said, List<Token> rest) {
    boolean more = PHRASES.at("yes", rest, 0) < rest.size();
    return negative && said == Reply.YES && !more ? Reply.NO : said;
  }

  private static List<Token> put(List<Token> first, List<Token> words, int from) {
    List<Token> all = new ArrayList<>(first);
    all.addAll(words.subList(from, words.size()));
    return all;
  }

  private static String auxiliary(String negated) {
    return switch (negated) {
      case "can't" -> "can";
      case "won't" -> "will";
      default -> negated.substring(0, negated.length() - 3);
    };
  }

  /** "…, have you", "…, right". */
  private static List<Token> withoutTag(List<Token> words) {
    for (int length = Math.min(3, words.size() - 1); length > 0; length--) {
      int from = words.size() - length;
      boolean apart = !words.get(from - 1).isWord() || words.get(0).text().startsWith("you");
      if (apart && PHRASES.at("question-tag", words, from) == length) {
        int to = words.get(from - 1).isWord() ? from : from - 1;
        return words.subList(0, to);
      }
    }
    return words;
  }
}
