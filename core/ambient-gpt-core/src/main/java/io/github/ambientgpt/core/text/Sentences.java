package io.github.ambientgpt.core.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts tokens into sentences at their punctuation; where speech was written down without any, at
 * the words that usually begin a new clause.
 */
public final class Sentences {
  /** A run of words as long as this without punctuation is speech that nobody punctuated. */
  private static final int RUN_ON = 18;

  /** Cutting leaves no piece shorter than this. */
  private static final int SHORTEST = 3;

  private static final Set<String> TERMINAL = Set.of(".", "?", "!", "…", "...", "..");

  private static final Set<String> ABBREVIATIONS =
      Set.of("dr", "mr", "mrs", "ms", "st", "vs", "no", "a.m.", "p.m.", "approx", "etc");

  private static final Set<String> SUBJECTS =
      Set.of(
          "i", "i'm", "i've", "i'll", "i'd", "you", "you're", "you've", "you'll", "he", "he's",
          "she", "she's", "we", "we're", "we'll", "we've", "they", "they're", "it's", "there's",
          "that's", "let's", "your", "my", "this", "there", "it", "that", "what", "how", "when",
          "where", "which", "any", "no");

  private static final Set<String> INVERTED =
      Set.of("do", "does", "did", "are", "is", "have", "has", "can", "could", "were", "was");

  private static final Set<String> PERSONS =
      Set.of("you", "it", "he", "she", "they", "that", "there", "i", "we", "your", "the", "this");

  /** Words after which a subject belongs to the clause that has begun. */
  private static final Set<String> BINDING =
      Set.of(
          "that",
          "if",
          "when",
          "because",
          "as",
          "what",
          "how",
          "where",
          "who",
          "which",
          "since",
          "while",
          "than",
          "like",
          "think",
          "know",
          "believe",
          "hope",
          "guess",
          "sure",
          "glad",
          "said",
          "say",
          "says",
          "told",
          "tell",
          "see",
          "feel",
          "to",
          "of",
          "for",
          "with",
          "on",
          "in",
          "at",
          "from",
          "about",
          "by",
          "do",
          "does",
          "did",
          "are",
          "is",
          "was",
          "were",
          "am",
          "have",
          "has",
          "had",
          "can",
          "could",
          "will",
          "would",
          "should",
          "may",
          "might",
          "must",
          "don't",
          "didn't",
          "doesn't",
          "haven't",
          "hasn't",
          "can't",
          "won't",
          "isn't",
          "aren't",
          "or",
          "the",
          "a",
          "an",
          "my",
          "your",
          "his",
          "her",
          "their",
          "until",
          "before",
          "after",
          "once",
          "unless",
          "although",
          "though",
          "whether",
          "so",
          "and",
          "but",
          "then",
          "not",
          "just",
          "also",
          "want",
          "need",
          "make",
          "let",
          "give",
          "get",
          "put",
          "send",
          "keep",
          "take",
          "check",
          "looks",
          "sounds",
          "seems",
          "mean",
          "means",
          "suppose",
          "any",
          "over",
          "under",
          "into",
          "through",
          "around",
          "between",
          "down",
          "up",
          "why",
          "refer",
          "call",
          "ask",
          "help",
          "show",
          "per",
          "every",
          "i",
          "you",
          "we",
          "he",
          "she",
          "they",
          "it",
          "there",
          "this",
          "these",
          "those",
          "all",
          "both",
          "either",
          "very",
          "really",
          "how's",
          "what's",
          "it's",
          "that's",
          "i'm",
          "you're",
          "there's");

  /** Before one of these, "you" is an object: "prescribe you some …". */
  private static final Set<String> NO_VERB =
      Set.of(
          "",
          "a",
          "an",
          "the",
          "some",
          "to",
          "on",
          "for",
          "in",
          "with",
          "and",
          "or",
          "at",
          "off",
          "up",
          "out",
          "back",
          "through",
          "over",
          "about",
          "from",
          "any",
          "more",
          "something",
          "that",
          "this",
          "your",
          "my",
          "another",
          "one");

  private static final Set<String> MARKERS =
      Set.of("okay", "alright", "um", "uh", "hmm", "anyway", "so", "yeah", "well");

  private Sentences() {}

  /** Each list keeps its closing punctuation; none is empty. */
  public static List<List<Token>> of(List<Token> tokens) {
    List<List<Token>> sentences = new ArrayList<>();
    List<Token> sentence = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      sentence.add(token);
      if (ends(tokens, i)) {
        add(sentences, sentence);
        sentence = new ArrayList<>();
      }
    }
    add(sentences, sentence);
    return sentences;
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
    return !ABBREVIATIONS.contains(tokens.get(i - 1).text())
        && !(last ? false : decimal(tokens, i));
  }

  /** "two . five": a recognizer's decimal point. */
  private static boolean decimal(List<Token> tokens, int i) {
    return Numbers.at(tokens, i - 1).isPresent() && Numbers.at(tokens, i + 1).isPresent();
  }

  private static void add(List<List<Token>> sentences, List<Token> sentence) {
    if (sentence.stream().noneMatch(Token::isWord)) {
      return;
    }
    List<Token> run = new ArrayList<>();
    for (List<Token> piece : cut(sentence)) {
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

  private static List<List<Token>> cut(List<Token> sentence) {
    if (longestRun(sentence) < RUN_ON) {
      return List.of(sentence);
    }
    List<List<Token>> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i < sentence.size(); i++) {
      if (i - from >= SHORTEST && begins(sentence, i)) {
        pieces.add(sentence.subList(from, i));
        from = i;
      }
    }
    pieces.add(sentence.subList(from, sentence.size()));
    return pieces;
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
      return !BINDING.contains(before) && subjectFollows(sentence, i + 1);
    }
    if (BINDING.contains(before) || !sentence.get(i - 1).isWord()) {
      return false;
    }
    if (INVERTED.contains(word)) {
      return PERSONS.contains(after) && !SUBJECTS.contains(before) && !after.equals("the");
    }
    return SUBJECTS.contains(word) && subjectAt(sentence, i);
  }

  private static boolean subjectFollows(List<Token> sentence, int i) {
    while (i < sentence.size()
        && Set.of("then", "so", "also", "and").contains(sentence.get(i).text())) {
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
          i + 1 < sentence.size() && !after.equals("more") && !after.equals("longer");
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

  private static boolean verbWithin(List<Token> sentence, int from) {
    for (int i = from; i < Math.min(sentence.size(), from + 5); i++) {
      String word = sentence.get(i).text();
      if (Set.of(
              "is", "are", "was", "were", "has", "looks", "look", "sounds", "hurts", "shows",
              "seems", "feels", "came")
          .contains(word)) {
        return true;
      }
    }
    return false;
  }
}
