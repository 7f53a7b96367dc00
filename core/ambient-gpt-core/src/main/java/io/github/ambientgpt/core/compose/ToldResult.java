package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.cleaning.Words;
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
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a clinician reads out of a test: the test with what it shows, or its value, without what is
 * said around it. "We were able to get a CT, and it showed that you have a stone" becomes "CT
 * showed a stone"; "so your A1c is 8, so I think we should talk" becomes "your A1c is 8".
 */
final class ToldResult {
  /** No further from its name, in words, stands what a test came to. */
  private static final int NEAR = 16;

  /** Its verb stands so near. */
  private static final int BESIDE = 5;

  /** What is read out without its test's name, so many clauses later, is still the test's. */
  private static final int LASTS = 3;

  /** So near, in words, stands what makes a test one to come. */
  private static final int TO_COME = 6;

  /** "It also does show": no later in a clause stands the verb of a subject that begins it. */
  private static final int SUBJECT = 6;

  /** "X-ray of your right knee". */
  private static final int LONGEST_SITE = 3;

  /** "Rapid strep test". */
  private static final int MOST_BEFORE = 2;

  private static final Set<String> SIDES = Set.of("left", "right");

  private static final Phrases PHRASES = Phrases.english();

  /** Of these a test is spoken of; nothing was read out yet. */
  private final List<Token> test;

  /** How many clauses ago. */
  private final int age;

  private ToldResult(List<Token> test, int age) {
    this.test = List.copyOf(test);
    this.age = age;
  }

  /** Before any test was named. */
  static ToldResult none() {
    return new ToldResult(List.of(), 0);
  }

  /** What the test is called that a finding belongs to which names none; empty for none. */
  String name(List<Token> finding) {
    boolean pictured =
        age <= LASTS && tests(finding).isEmpty() && PHRASES.within("result-pictures", test);
    return pictured
            && (PHRASES.within("finding", finding) || PHRASES.within("result-finding", finding))
        ? Prose.capitalized(Prose.text(test))
        : "";
  }

  /** After a clause that may name a test: "show me the x-ray", "we did an echocardiogram". */
  ToldResult after(List<Token> tokens) {
    List<Range> tests = tests(tokens);
    if (tests.isEmpty()
        || isToCome(tokens, tests.get(tests.size() - 1))
        || !test.isEmpty() && isOfItself(tokens)) {
      return isShown(tokens) && !PHRASES.within("results", tokens)
          ? none()
          : new ToldResult(test, age + 1);
    }
    return new ToldResult(named(tokens, tests.get(tests.size() - 1)), 0);
  }

  /** With the part of the body that was looked at: "x-ray of the right knee". */
  private static List<Token> named(List<Token> tokens, Range test) {
    List<Token> name = new ArrayList<>(tokens.subList(test.from(), test.to()));
    int of = test.to();
    if (of + 2 < tokens.size()
        && tokens.get(of).is("of")
        && PHRASES.has("result-owner", tokens.get(of + 1).text())) {
      int to = of + 2;
      while (to < Math.min(tokens.size(), of + 2 + LONGEST_SITE)
          && tokens.get(to).isWord()
          && !StopWords.has(tokens.get(to).text())) {
        to++;
      }
      List<Token> site = tokens.subList(of + 2, to);
      if (Clinical.of(site).names(ConceptKind.BODY_PART)) {
        name.addAll(Words.fixed("of the", tokens.get(of)));
        name.addAll(site);
      }
    }
    return name;
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
   * @return what stands in a note of it, result by result; none where nothing is read out
   */
  List<List<Token>> in(List<Token> tokens, boolean reading) {
    List<List<Token>> results = new ArrayList<>();
    first(tokens, reading).ifPresent(results::add);
    for (int i = 2; i + 2 < tokens.size() && !results.isEmpty() && !test.isEmpty(); i++) {
      // "…, and it also shows": more of the same test
      if (PHRASES.has("result-joint", tokens.get(i - 1).text())
          && PHRASES.has("result-subject", tokens.get(i).text())) {
        ofItself(tokens.subList(i, tokens.size()))
            .filter(more -> !results.contains(more))
            .ifPresent(results::add);
      }
    }
    return results;
  }

  private Optional<List<Token>> first(List<Token> tokens, boolean reading) {
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
    return !test.isEmpty() && (tests.isEmpty() || isOfItself(tokens))
        ? ofItself(tokens)
        : Optional.empty();
  }

  /** "It does show a preserved ejection fraction": what is named is part of what the test shows. */
  private static boolean isOfItself(List<Token> tokens) {
    return PHRASES.has("result-subject", tokens.get(0).text())
        && tokens.subList(0, Math.min(tokens.size(), SUBJECT)).stream()
            .anyMatch(token -> PHRASES.has("result-shows", token.text()));
  }

  /** "I would like to review your imaging, so I do notice a fracture": from "I do notice" on. */
  private static Optional<List<Token>> seen(List<Token> tokens) {
    for (int i = tokens.size() - 3; i > 0; i--) {
      boolean person =
          (tokens.get(i).is("i") || tokens.get(i).is("we")) && !tokens.get(i - 1).is("that");
      for (int verb = i + 1; person && verb < Math.min(tokens.size() - 1, i + 4); verb++) {
        if (PHRASES.has("intention-perceptions", tokens.get(verb).text())) {
          return Optional.of(tokens.subList(i, tokens.size()));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isToCome(List<Token> tokens, Range test) {
    return isToCome(
        tokens.subList(
            Math.max(0, test.from() - TO_COME), Math.min(tokens.size(), test.to() + TO_COME)));
  }

  /** It may come, or is ordered, or is supposed. */
  private static boolean isToCome(List<Token> tokens) {
    return PHRASES.within("result-to-come", tokens);
  }

  /** "Your A1c is 8", "the x-ray shows a fracture". */
  private static Optional<List<Token>> of(List<Token> tokens, Range test) {
    List<Token> before = tokens.subList(0, test.from());
    if (isNegated(before) || isOfRelative(tokens) || PHRASES.within("family", before)) {
      return Optional.empty(); // "I don't think that the x-ray shows …", "your mother's x-ray"
    }
    int limit =
        tests(tokens).stream()
            .mapToInt(Range::from)
            .filter(next -> next >= test.to())
            .reduce(Math.min(tokens.size(), test.to() + NEAR), Math::min);
    for (int i = test.to(); i < limit && !isToCome(tokens.subList(0, i)); i++) {
      if (PHRASES.has("result-shows", tokens.get(i).text())) {
        return isNegated(tokens.subList(test.to(), i))
            ? Optional.of(tokens.subList(owner(tokens, test.from()), end(tokens, i + 1)))
            : Optional.of(joined(named(tokens, test), shows(tokens, i)));
      }
      int seems = PHRASES.at("result-seems", tokens, i);
      if (seems > 0 && !isNegated(tokens.subList(test.to(), i))) {
        return Optional.of(joined(named(tokens, test), shows(tokens, i + seems - 1)));
      }
      if (i - test.to() < BESIDE && PHRASES.has("result-is", tokens.get(i).text())) {
        int end = end(tokens, i + 1);
        return isRead(tokens.subList(i + 1, end))
            ? Optional.of(is(tokens, test, i, end))
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "A chest x-ray (which) looks good". */
  private static List<Token> is(List<Token> tokens, Range test, int verb, int end) {
    List<Token> told = new ArrayList<>(tokens.subList(owner(tokens, test.from()), test.to()));
    tokens.subList(test.to(), end).stream()
        .filter(
            token ->
                token.begin() >= tokens.get(verb).begin()
                    || token.isWord() && !PHRASES.has("result-subject", token.text()))
        .forEach(told::add);
    return told;
  }

  /** "It shows …", "it looks like you have …", after the test was named. */
  private Optional<List<Token>> ofItself(List<Token> tokens) {
    for (int i = 1; i < Math.min(tokens.size(), SUBJECT) && !isToCome(tokens.subList(0, i)); i++) {
      int seems = PHRASES.at("result-seems", tokens, i);
      if (seems > 0
          && age <= LASTS
          && PHRASES.has("result-subject", tokens.get(0).text())
          && !isNegated(tokens.subList(0, i))) {
        return Optional.of(joined(test, shows(tokens, i + seems - 1)));
      }
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
    return (PHRASES.within("family", owners) || isOfTheirs(tokens) && !goesOn(tokens))
        && !PHRASES.within("family", tokens);
  }

  /** "His brother has asthma and he has been coughing": who coughs, nobody can tell. */
  private static boolean goesOn(List<Token> tokens) {
    for (int i = 1; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("and") && tokens.get(i + 1).text().matches("s?he(?:'.*)?")) {
        return true;
      }
    }
    return false;
  }

  /** "Her father had a heart attack", of who speaks for a patient; not "her mother says". */
  static boolean isOfTheirs(List<Token> tokens) {
    for (int i = 0; i + 2 < tokens.size(); i++) {
      boolean kin =
          PHRASES.has("kinsman", tokens.get(i + 1).text())
              || PHRASES.has("kinswoman", tokens.get(i + 1).text());
      if (kin
          && (tokens.get(i).is("her") || tokens.get(i).is("his"))
          && !PHRASES.has("tells", tokens.get(i + 2).text())) {
        return true;
      }
    }
    return false;
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
    told.add(
        shows.is("like") || shows.is("have") || shows.is("has")
            ? shows.as("shows")
            : emphatic ? shows.as(shows.text() + "s") : shows);
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
      boolean joint = isJoint(tokens.get(i));
      int next = i;
      while (next < tokens.size() && isJoint(tokens.get(next))) {
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

  private static boolean isJoint(Token token) {
    return token.is(",") || PHRASES.has("result-joint", token.text());
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
        tests.add(new Range(withSite(tokens, from), from + size));
      }
    }
    for (int i = 0; i < tokens.size(); i++) {
      int size = PHRASES.at("result-test", tokens, i);
      if (size > 0) {
        int from = i;
        while (from > 0
            && i - from < MOST_BEFORE
            && tokens.get(from - 1).isWord()
            && !PHRASES.has("unremarkable", tokens.get(from - 1).text())
            && !PHRASES.has("abnormal", tokens.get(from - 1).text())
            && !StopWords.has(tokens.get(from - 1).text())) {
          from--;
        }
        tests.add(new Range(from, i + size));
      }
    }
    tests.removeIf(test -> isAtTheBedside(tokens, test));
    return tests;
  }

  /** "Right knee x-ray". */
  private static int withSite(List<Token> tokens, int test) {
    int from = test;
    while (from > 0
        && (SIDES.contains(tokens.get(from - 1).text())
            || PHRASES.has("test-modifier", tokens.get(from - 1).text())
            || Clinical.of(tokens.subList(from - 1, from)).names(ConceptKind.BODY_PART))) {
      from--;
    }
    return from;
  }

  /** A vital sign or a manoeuvre of the examination: nothing that comes back from anywhere. */
  private static boolean isAtTheBedside(List<Token> tokens, Range test) {
    List<Token> named =
        tokens.subList(test.from(), test.to()).stream()
            .map(token -> token.as(token.text().replaceAll("'s$", "")))
            .toList();
    return PHRASES.within("vitals", named)
        || PHRASES.within("exam-sign", named)
        || PHRASES.within("bedside", named);
  }

  private static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split(" ").length;
  }
}
