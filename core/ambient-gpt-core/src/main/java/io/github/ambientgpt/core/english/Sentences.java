package io.github.ambientgpt.core.english;

import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Cuts tokens into sentences: at their marks; where speech was written down without any, where
 * {@link Boundaries} finds that one begins. What is still long is cut at the words that usually
 * begin a new clause.
 *
 * @since 0.1.0
 */
public final class Sentences {
  /** Marked speech is cut further where so many words stand without a mark. */
  private static final int RUN_ON = 18;

  /** The same of speech without marks, whose sentences a model found. */
  private static final int RUN_ON_UNMARKED = 10;

  /** Cutting leaves no piece shorter than this. */
  private static final int SHORTEST = 3;

  /** A negation reaches over so many words. */
  private static final int NEGATING = 4;

  /** In tokens; the longest sentence of 87 visits and 1,201 snippets has fewer. */
  private static final int LONGEST = 400;

  /** So many tokens are read between two looks at whether somebody still waits. */
  private static final int LOOK = 1000;

  private static final Boundaries BOUNDARIES = Boundaries.english();

  private static final Phrases PHRASES = Phrases.english();

  private static final Set<String> TERMINAL = Set.of(".", "?", "!", "…", "...", "..");

  private static final Set<String> INDEFINITE = Set.of("anything", "nothing", "something");

  private static final Pattern PARTICIPLE =
      Pattern.compile("(?!(?:even|need|often|then|when)$)\\w+(?:ed|en|orn)|abnormal|wrong");

  private static final Set<String> ABBREVIATIONS = PHRASES.group("sentence-abbreviations");

  private static final Set<String> SUBJECTS = PHRASES.group("sentence-subjects");

  private static final Set<String> INVERTED = PHRASES.group("sentence-inverted");

  private static final Set<String> PERSONS = PHRASES.group("sentence-persons");

  /** Words after which a subject belongs to the clause that has begun. */
  private static final Set<String> BINDING = PHRASES.group("sentence-binding");

  /** Before one of these, "you" is an object: "prescribe you some …". */
  private static final Set<String> NO_VERB = PHRASES.group("sentence-no-verb");

  /** No sentence ends at one of these, whatever the model says. */
  private static final Set<String> GOING_ON = PHRASES.group("sentence-going-on");

  private static final Set<String> MARKERS = PHRASES.group("sentence-markers");

  /** So many words before its "is" stands the "what" of "what I'm concerned about". */
  private static final int WRAPPED = 9;

  private Sentences() {}

  /** Each list keeps its closing punctuation; none is empty. */
  public static List<List<Token>> of(List<Token> tokens) {
    return of(tokens, Monitor.NONE);
  }

  /**
   * The same, for a caller who may not want to wait.
   *
   * @throws io.github.ambientgpt.core.error.CancelledException when the monitor says so
   */
  public static List<List<Token>> of(List<Token> tokens, Monitor monitor) {
    List<List<Token>> sentences = new ArrayList<>();
    List<Token> sentence = new ArrayList<>();
    boolean marked = tokens.stream().anyMatch(token -> TERMINAL.contains(token.text()));
    int numberTo = 0;
    for (int i = 0; i < tokens.size(); i++) {
      if (i % LOOK == 0) {
        monitor.checkCancelled();
      }
      Token token = tokens.get(i);
      sentence.add(token);
      numberTo = Math.max(numberTo, Numbers.at(tokens, i).map(Numbers.Spoken::to).orElse(0));
      if (marked
          ? ends(tokens, i)
          : i + 1 >= numberTo
              && !GOING_ON.contains(token.text())
              && !isSaidOf(tokens, i + 1)
              && !(i + 1 < tokens.size() && isWrapping(tokens, i + 1))
              && BOUNDARIES.before(tokens, i + 1)) {
        add(sentences, sentence, marked ? RUN_ON : RUN_ON_UNMARKED);
        sentence = new ArrayList<>();
      }
    }
    add(sentences, sentence, marked ? RUN_ON : RUN_ON_UNMARKED);
    return sentences;
  }

  /** "I don't see anything | broken": what is said of something is of its sentence. */
  private static boolean isSaidOf(List<Token> tokens, int at) {
    return at < tokens.size()
        && INDEFINITE.contains(tokens.get(at - 1).text())
        && PARTICIPLE.matcher(tokens.get(at).text()).matches();
  }

  private static boolean ends(List<Token> tokens, int i) {
    if (!TERMINAL.contains(tokens.get(i).text())) {
      return false;
    }
    boolean last = i + 1 == tokens.size();
    if (!last && TERMINAL.contains(tokens.get(i + 1).text())) {
      return false;
    }
    if (!tokens.get(i).is(".") || i == 0) {
      return true;
    }
    return !ABBREVIATIONS.contains(tokens.get(i - 1).text()) && !Numbers.isPoint(tokens, i);
  }

  private static void add(List<List<Token>> sentences, List<Token> sentence, int runOn) {
    if (sentence.stream().noneMatch(Token::isWord)) {
      return;
    }
    List<Token> run = new ArrayList<>();
    for (List<Token> piece : bounded(cut(sentence, runOn))) {
      run.addAll(piece);
      if (run.size() >= SHORTEST || piece == sentence) {
        sentences.add(List.copyOf(run));
        run.clear();
      }
    }
    if (!run.isEmpty()) {
      sentences.add(List.copyOf(run));
    }
  }

  /** What nobody says in one breath is parted, so that the cost of a sentence has a limit. */
  private static List<List<Token>> bounded(List<List<Token>> pieces) {
    if (pieces.stream().allMatch(piece -> piece.size() <= LONGEST)) {
      return pieces;
    }
    List<List<Token>> bounded = new ArrayList<>();
    for (List<Token> piece : pieces) {
      for (int from = 0; from < piece.size(); from += LONGEST) {
        bounded.add(piece.subList(from, Math.min(piece.size(), from + LONGEST)));
      }
    }
    return bounded;
  }

  private static List<List<Token>> cut(List<Token> sentence, int runOn) {
    if (longestRun(sentence) < runOn) {
      return List.of(sentence);
    }
    List<List<Token>> pieces = new ArrayList<>();
    int from = 0;
    boolean conditional = conditionAt(sentence, 0);
    for (int i = 1; i < sentence.size(); i++) {
      if (i - from >= SHORTEST && begins(sentence, i)) {
        if (conditional) { // "if it hurts | we can …" is one sentence
          conditional = false;
          continue;
        }
        pieces.add(sentence.subList(from, i));
        from = i;
        conditional = conditionAt(sentence, i);
      }
    }
    pieces.add(sentence.subList(from, sentence.size()));
    return pieces;
  }

  /** "if …", "and if …". */
  private static boolean conditionAt(List<Token> sentence, int i) {
    int at =
        i < sentence.size() && PHRASES.has("sentence-leads-after", sentence.get(i).text())
            ? i + 1
            : i;
    return at < sentence.size() && PHRASES.has("sentence-conditions", sentence.get(at).text());
  }

  private static int longestRun(List<Token> sentence) {
    int longest = 0;
    int run = 0;
    for (Token token : sentence) {
      run = token.isWord() ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }

  private static boolean begins(List<Token> sentence, int i) {
    String word = sentence.get(i).text();
    String before = sentence.get(i - 1).text();
    String after = i + 1 < sentence.size() ? sentence.get(i + 1).text() : "";
    if (MARKERS.contains(word)) {
      return !MARKERS.contains(before)
          && !(word.equals("so")
              && (BINDING.contains(before)
                  || !SUBJECTS.contains(after)
                      && !MARKERS.contains(after)
                      && !INVERTED.contains(after)))
          && !(word.equals("well") && (BINDING.contains(before) || !SUBJECTS.contains(after)));
    }
    if (word.equals("and") || word.equals("but") || word.equals("then")) {
      return !BINDING.contains(before)
          && (subjectFollows(sentence, i + 1) || conditionAt(sentence, i));
    }
    if (leads(sentence, i)) {
      return true;
    }
    if (BINDING.contains(before) || !sentence.get(i - 1).isWord() || isWrapping(sentence, i)) {
      return false;
    }
    if (INVERTED.contains(word)) {
      return PERSONS.contains(after) && !SUBJECTS.contains(before) && !after.equals("the");
    }
    return SUBJECTS.contains(word) && subjectAt(sentence, i);
  }

  /** "for your second problem", "on your heart exam", "blood pressure was": a new topic. */
  private static boolean leads(List<Token> sentence, int i) {
    String before = sentence.get(i - 1).text();
    if (!sentence.get(i - 1).isWord()
        || BINDING.contains(before) && !PHRASES.has("sentence-leads-after", before)) {
      return false;
    }
    int measure = PHRASES.at("sentence-measures", sentence, i);
    if (measure > 0) {
      return i + measure < sentence.size()
          && PHRASES.has("sentence-copulas", sentence.get(i + measure).text());
    }
    int lead = PHRASES.at("sentence-leads", sentence, i);
    return lead > 0 && !isSpan(sentence, i + lead) || examines(sentence, i);
  }

  /** "For the next four days" says how long, "for the next problem" begins anew. */
  private static boolean isSpan(List<Token> sentence, int at) {
    if (at == sentence.size()) {
      return false;
    }
    int unit = Numbers.at(sentence, at).map(Numbers.Spoken::to).orElse(at);
    for (int i = unit; i < Math.min(sentence.size(), unit + 2); i++) { // "couple of days"
      if (PHRASES.has("span", sentence.get(i).text())) {
        return true;
      }
    }
    return false;
  }

  private static boolean examines(List<Token> sentence, int i) {
    return sentence.get(i).is("on")
        && !PHRASES.has("sentence-exam-not-after", sentence.get(i - 1).text())
        && sentence.subList(i, Math.min(sentence.size(), i + 5)).stream()
            .anyMatch(token -> PHRASES.has("sentence-exam", token.text()));
  }

  /** "what concerns me is that i …": what follows "is" belongs to the sentence. */
  private static boolean isWrapping(List<Token> sentence, int i) {
    for (int k = Math.max(0, i - WRAPPED); sentence.get(i).is("is") && k + 1 < i; k++) {
      if (sentence.get(k).is("what")
          && PHRASES.has("wrapping-person", sentence.get(k + 1).text())) {
        return true; // "what i am concerned about for your knee is it sounds like …"
      }
    }
    int after = i + 1 < sentence.size() && sentence.get(i + 1).is("that") ? i + 2 : i + 1;
    return sentence.get(i).is("is")
        && after < sentence.size()
        && (sentence.get(after).is("i") || after == i + 2)
        && SUBJECTS.contains(sentence.get(after).text());
  }

  private static boolean subjectFollows(List<Token> sentence, int i) {
    while (i < sentence.size()
        && Phrases.english().group("sentence-joining").contains(sentence.get(i).text())) {
      i++;
    }
    return i < sentence.size()
        && SUBJECTS.contains(sentence.get(i).text())
        && subjectAt(sentence, i);
  }

  /**
   * "your heart sounds normal" begins a clause; "that", "this", "any" and "no" only with a verb
   * after.
   */
  private static boolean subjectAt(List<Token> sentence, int i) {
    String word = sentence.get(i).text();
    String after = i + 1 < sentence.size() ? sentence.get(i + 1).text() : "";
    return switch (word) {
      case "that", "this", "there", "it" -> INVERTED.contains(after) || after.endsWith("s");
      case "any", "no" ->
          !isNegated(sentence, i)
              && i + 1 < sentence.size()
              && !after.equals("more")
              && !after.equals("longer");
      case "your", "my" -> verbWithin(sentence, i + 1);
      case "what", "how", "when", "where", "which" ->
          INVERTED.contains(after)
              || after.equals("about")
              || after.equals("long")
              || after.equals("often")
              || after.equals("many");
      case "you", "she", "he", "they", "we", "i" -> !NO_VERB.contains(after);
      default -> true;
    };
  }

  /** "I'm not hearing any murmurs" is not cut from its "not". */
  private static boolean isNegated(List<Token> sentence, int i) {
    return sentence.get(i).is("any")
        && sentence.subList(Math.max(0, i - NEGATING), i).stream()
            .anyMatch(t -> PHRASES.has("negation", t.text()) || t.text().endsWith("n't"));
  }

  private static boolean verbWithin(List<Token> sentence, int from) {
    for (int i = from; i < Math.min(sentence.size(), from + 5); i++) {
      if (PHRASES.has("sentence-verbs", sentence.get(i).text())) {
        return true;
      }
      if (SUBJECTS.contains(sentence.get(i).text())) { // "your x-ray | there is no fracture"
        return false;
      }
    }
    return false;
  }
}
