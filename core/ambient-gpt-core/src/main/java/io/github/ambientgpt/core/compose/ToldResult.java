package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.reading.Range;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Mention;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a clinician reads out of a test: the test with what it shows, or its value, without what is
 * said around it. "We were able to get a CT, and it showed that you have a stone" becomes "CT
 * showed a stone"; "so your A1c is 8, so I think we should talk" becomes "your A1c is 8".
 */
final class ToldResult {
  /** No further from its name, in words, stands what a test came to. */
  private static final int NEAR = 9;

  /** Its verb stands so near. */
  private static final int BESIDE = 4;

  /** "Rapid strep test". */
  private static final int MOST_BEFORE = 2;

  private static final Phrases PHRASES = Phrases.english();

  /** Of these a test is spoken of; nothing was read out yet. */
  private final List<Token> test;

  private ToldResult(List<Token> test) {
    this.test = List.copyOf(test);
  }

  /** Before any test was named. */
  static ToldResult none() {
    return new ToldResult(List.of());
  }

  /** After a clause that may name a test: "show me the x-ray", "we did an echocardiogram". */
  ToldResult after(List<Token> tokens) {
    List<Range> tests = tests(tokens);
    if (tests.isEmpty() || isToCome(tokens)) {
      return isShown(tokens) ? none() : this;
    }
    Range last = tests.get(tests.size() - 1);
    return new ToldResult(tokens.subList(last.from(), last.to()));
  }

  /** Whether a clause turns to what a test came to. */
  static boolean isShown(List<Token> tokens) {
    int shown = shown(tokens);
    return shown >= 0 && tests(tokens).stream().anyMatch(test -> test.to() > shown);
  }

  private static int shown(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      int words = PHRASES.at("result-shown", tokens, i);
      if (words > 0) {
        return i + words;
      }
    }
    return -1;
  }

  /**
   * @param tokens a clause of a clinician's that asks nothing
   * @param reading whether results are being read out
   * @return what stands in a note of it; empty where nothing is read out
   */
  Optional<List<Token>> in(List<Token> tokens, boolean reading) {
    List<Range> tests = tests(tokens);
    for (Range named : tests) {
      Optional<List<Token>> told = of(tokens, named);
      if (told.isPresent()) {
        return told;
      }
    }
    if (reading || !tests.isEmpty() && isShown(tokens)) {
      Optional<List<Token>> seen = seen(tokens);
      if (seen.isPresent()) {
        return seen;
      }
    }
    return tests.isEmpty() && !test.isEmpty() ? ofItself(tokens) : Optional.empty();
  }

  /** "I would like to review your imaging, so I do notice a fracture": from "I do notice" on. */
  private static Optional<List<Token>> seen(List<Token> tokens) {
    for (int i = tokens.size() - 3; i > 0; i--) {
      boolean person = tokens.get(i).is("i") || tokens.get(i).is("we");
      for (int verb = i + 1; person && verb < Math.min(tokens.size() - 1, i + 4); verb++) {
        if (PHRASES.has("intention-perceptions", tokens.get(verb).text())) {
          return Optional.of(tokens.subList(i, tokens.size()));
        }
      }
    }
    return Optional.empty();
  }

  /** It may come, or is ordered, or is supposed. */
  private static boolean isToCome(List<Token> tokens) {
    return tokens.stream().anyMatch(token -> PHRASES.has("result-to-come", token.text()));
  }

  /** "Your A1c is 8", "the x-ray shows a fracture". */
  private static Optional<List<Token>> of(List<Token> tokens, Range test) {
    List<Token> before = tokens.subList(0, test.from());
    if (isNegated(before) || isOfRelative(tokens) || PHRASES.within("family", before)) {
      return Optional.empty(); // "I don't think that the x-ray shows …", "your mother's x-ray"
    }
    int limit = Math.min(tokens.size(), test.to() + NEAR);
    for (int i = test.to(); i < limit && !isToCome(tokens.subList(0, i)); i++) {
      if (PHRASES.has("result-shows", tokens.get(i).text())) {
        return isNegated(tokens.subList(test.to(), i))
            ? Optional.of(tokens.subList(owner(tokens, test.from()), end(tokens, i + 1)))
            : Optional.of(joined(tokens.subList(test.from(), test.to()), shows(tokens, i)));
      }
      if (PHRASES.has("result-is", tokens.get(i).text())) {
        int end = end(tokens, i + 1);
        return i - test.to() < BESIDE && isRead(tokens.subList(i + 1, end))
            ? Optional.of(tokens.subList(owner(tokens, test.from()), end))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "It shows …", after the test was named. */
  private Optional<List<Token>> ofItself(List<Token> tokens) {
    for (int i = 1; i < Math.min(tokens.size(), 6); i++) {
      if (PHRASES.has("result-shows", tokens.get(i).text())
          && PHRASES.has("result-subject", tokens.get(0).text())) {
        return isNegated(tokens.subList(0, i))
            ? Optional.of(joined(test, tokens.subList(1, end(tokens, i + 1))))
            : Optional.of(joined(test, shows(tokens, i)));
      }
    }
    return Optional.empty();
  }

  /** "Your mother's x-ray" is not the patient's. */
  static boolean isOfRelative(List<Token> tokens) {
    List<Token> owners =
        tokens.stream().map(token -> token.as(token.text().replaceAll("'s$", ""))).toList();
    return PHRASES.within("family", owners) && !PHRASES.within("family", tokens);
  }

  private static boolean isNegated(List<Token> tokens) {
    return tokens.stream()
        .anyMatch(t -> PHRASES.has("negation", t.text()) || t.text().endsWith("n't"));
  }

  /** "Showed (that you do have) a stone". */
  private static List<Token> shows(List<Token> tokens, int verb) {
    int from = verb + 1;
    for (String word : List.of("that", "you", "do", "have")) {
      from += from < tokens.size() && tokens.get(from).is(word) ? 1 : 0;
    }
    boolean had = tokens.get(from - 1).is("have") || from == verb + 1;
    int begin = had ? from : verb + 1;
    List<Token> told = new ArrayList<>();
    boolean emphatic = tokens.get(verb - 1).is("does") || tokens.get(verb - 1).is("do");
    Token shows = tokens.get(verb);
    told.add(emphatic ? shows.as(shows.text() + "s") : shows);
    told.addAll(tokens.subList(begin, Math.max(begin, end(tokens, begin))));
    return told;
  }

  private static List<Token> joined(List<Token> subject, List<Token> predicate) {
    List<Token> told = new ArrayList<>(subject);
    told.addAll(predicate);
    return told;
  }

  /** Where somebody speaks of something else: ", so I think", "and we had not". */
  private static int end(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size(); i++) {
      boolean joint = !tokens.get(i).isWord() || PHRASES.has("result-joint", tokens.get(i).text());
      int next = i;
      while (next < tokens.size()
          && (!tokens.get(next).isWord() || PHRASES.has("result-joint", tokens.get(next).text()))) {
        next++;
      }
      if (next >= tokens.size()
          || joint && PHRASES.at("result-ends", tokens, next) > 0
          || tokens.get(i).is("so")) {
        return i > from && !tokens.get(i - 1).isWord() && tokens.get(i - 1).is(",") ? i - 1 : i;
      }
    }
    return tokens.size();
  }

  /** "Your" and "the" belong to the test. */
  private static int owner(List<Token> tokens, int test) {
    return test > 0 && (tokens.get(test - 1).is("your") || tokens.get(test - 1).is("the"))
        ? test - 1
        : test;
  }

  private static boolean isRead(List<Token> value) {
    for (int i = 0; i < value.size(); i++) {
      if (!value.get(i).is("one") && Numbers.at(value, i).isPresent()) {
        return true;
      }
    }
    return PHRASES.within("finding", value)
        || PHRASES.within("abnormal", value)
        || PHRASES.within("unremarkable", value);
  }

  /** Where tests are named, by the vocabulary or by what they are: "a lyme titer". */
  private static List<Range> tests(List<Token> tokens) {
    String text = tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    List<Range> tests = new ArrayList<>();
    for (Mention mention : Vocabulary.english().mentions(text)) {
      if (mention.concept().kind() == ConceptKind.TEST) {
        int from = words(text.substring(0, mention.beginChar()));
        int size = words(text.substring(mention.beginChar(), mention.endChar()));
        tests.add(new Range(from, from + size));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      int size = PHRASES.at("result-test", tokens, i);
      if (size > 0) {
        int from = i;
        while (from > 0
            && i - from < MOST_BEFORE
            && tokens.get(from - 1).isWord()
            && !StopWords.has(tokens.get(from - 1).text())) {
          from--;
        }
        tests.add(new Range(from, i + size));
      }
    }
    tests.removeIf(test -> isAtTheBedside(tokens, test));
    return tests;
  }

  /** A vital sign or a manoeuvre of the examination: nothing that comes back from anywhere. */
  private static boolean isAtTheBedside(List<Token> tokens, Range test) {
    List<Token> named = tokens.subList(test.from(), test.to());
    return PHRASES.within("vitals", named)
        || PHRASES.within("exam-sign", named)
        || PHRASES.within("bedside", named);
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split(" ").length;
  }
}
