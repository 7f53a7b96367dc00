package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.cleaning.Clause;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Proposes each utterance without fillers, false starts and repetitions. Of the words that the
 * composer leaves out only those go that say nothing: it also leaves out hedges ("or so"), which
 * belong into a transcript.
 */
final class BuiltinCleaning {
  /** Stands for words that were taken out until the marks around them are put right. */
  private static final String GONE = "\u0001";

  /** The same where a sentence began with them in a capital. */
  private static final String CAPITAL = "\u0002";

  private static final String OUT = "[\u0001\u0002]";
  private static final Pattern EMPTY_SENTENCE =
      Pattern.compile("(^|[.?!]\\s*)((?:(?:" + OUT + "[\\s,]*)+[.?!…]+\\s*)+)");
  private static final Pattern LEADING =
      Pattern.compile("(^|[.?!…]\\s*)((?:" + OUT + "[\\s,;:]*)+)");
  private static final Pattern ENCLOSED =
      Pattern.compile("(\\S+?)(\\s*),\\s*(?:" + OUT + "\\s*)+,");
  private static final Pattern TRAILING =
      Pattern.compile("(\\s*),\\s*(?:" + OUT + "\\s*)+(?=[.?!]|$)");
  private static final Pattern TO_CAPITAL = Pattern.compile(CAPITAL + "([^\\p{L}]*)(\\p{Ll})");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** The texts it proposes, by the ids of their utterances. */
  Map<String, String> proposed(Transcript transcript) {
    Map<String, String> proposed = new HashMap<>();
    for (Utterance utterance : transcript.utterances()) {
      String text = cleaned(transcript, utterance);
      if (text.chars().anyMatch(Character::isLetterOrDigit)) {
        proposed.put(utterance.id(), text);
      }
    }
    return proposed;
  }

  private static String cleaned(Transcript transcript, Utterance utterance) {
    String said = utterance.text();
    Set<Integer> kept = kept(transcript.withUtterances(List.of(utterance)));
    List<Token> tokens = Tokenizer.tokens(said);
    StringBuilder text = new StringBuilder();
    int from = 0;
    for (int i = 0; i < tokens.size(); ) {
      int to = i;
      while (to < tokens.size()
          && tokens.get(to).isWord()
          && !kept.contains(tokens.get(to).begin())) {
        to++;
      }
      if (to > i && saysNothing(tokens, i, to)) {
        int begin = tokens.get(i).begin();
        text.append(said, from, begin);
        text.append(Character.isUpperCase(said.charAt(begin)) ? CAPITAL : GONE);
        from = tokens.get(to - 1).end();
      }
      i = Math.max(to, i + 1);
    }
    if (from == 0) {
      return said;
    }
    text.append(said, from, said.length());
    return tidied(text.toString());
  }

  /** Where the words begin that the composer reads. */
  private static Set<Integer> kept(Transcript one) {
    Set<Integer> kept = new HashSet<>();
    new CleanStage()
        .run(one, Monitor.NONE).turns().stream()
            .flatMap(turn -> turn.clauses().stream())
            .map(Clause::tokens)
            .forEach(clause -> clause.forEach(token -> kept.add(token.begin())));
    return kept;
  }

  /** Whether these words are fillers, or said again right after, or broken off. */
  private static boolean saysNothing(List<Token> tokens, int from, int to) {
    if (repeated(tokens, from, to)) {
      return true;
    }
    boolean opens = from == 0 || !tokens.get(from - 1).isWord();
    boolean asks = to < tokens.size() && tokens.get(to).is("?"); // ", okay?" makes it a question
    for (int i = from; i < to; ) {
      String word = tokens.get(i).text();
      String two = i + 1 < to ? word + " " + tokens.get(i + 1).text() : "";
      if (CorrectionGuard.is("sound", word)
          || word.endsWith("-")
          || CorrectionGuard.is("phrase", word)) {
        i++;
      } else if (CorrectionGuard.is("phrase", two)) {
        i += 2;
      } else if (opens && !asks && CorrectionGuard.is("opener", word)) {
        i++;
      } else if (opens && !asks && CorrectionGuard.is("opener", two)) {
        i += 2;
      } else {
        return false;
      }
    }
    return true;
  }

  /** "i've , i've had", "it it's". */
  private static boolean repeated(List<Token> tokens, int from, int to) {
    List<String> said = new ArrayList<>();
    List<String> again = new ArrayList<>();
    for (int i = from; i < tokens.size() && again.size() < to - from; i++) {
      if (tokens.get(i).isWord()) {
        (i < to ? said : again).add(tokens.get(i).text());
      } else if (i < to || !tokens.get(i).is(",")) {
        return false;
      }
    }
    boolean begun =
        said.size() == 1 && again.size() == 1 && again.get(0).startsWith(said.get(0) + "'");
    return begun || said.equals(again);
  }

  private static String tidied(String text) {
    String tidy = EMPTY_SENTENCE.matcher(text).replaceAll(BuiltinCleaning::opened);
    tidy = LEADING.matcher(tidy).replaceAll(BuiltinCleaning::opened);
    tidy = ENCLOSED.matcher(tidy).replaceAll(BuiltinCleaning::joined);
    tidy = TRAILING.matcher(tidy).replaceAll("$1").replace(GONE, "");
    tidy =
        TO_CAPITAL
            .matcher(tidy)
            .replaceAll(
                found ->
                    Matcher.quoteReplacement(
                        found.group(1) + found.group(2).toUpperCase(Locale.ROOT)));
    return BLANKS.matcher(tidy.replace(CAPITAL, "")).replaceAll(" ").strip();
  }

  private static String opened(MatchResult found) {
    String capital = found.group(2).contains(CAPITAL) ? CAPITAL : "";
    return Matcher.quoteReplacement(found.group(1) + capital);
  }

  /** "for, you know, two weeks" needs no comma; "pain, um, nausea" needs one. */
  private static String joined(MatchResult found) {
    String before = found.group(1);
    String word = before.toLowerCase(Locale.ROOT);
    boolean goesOn =
        StopWords.has(word) && !CorrectionGuard.is("yes", word) && !CorrectionGuard.is("no", word);
    return Matcher.quoteReplacement(goesOn ? before : before + found.group(2) + ",");
  }
}
