package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.conversation.Clause;
import io.github.ambientgpt.core.conversation.CleanStage;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.text.StopWords;
import io.github.ambientgpt.core.text.Token;
import io.github.ambientgpt.core.text.Tokenizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
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
 * Proposes each utterance without the words that the composer leaves out: fillers, false starts,
 * repetitions. What answers a question stays, for here nobody has answered it yet.
 */
final class BuiltinCleaning {
  /** Stands for words that were taken out until the marks around them are put right. */
  private static final String GONE = "\u0001";

  private static final Pattern ENCLOSED = Pattern.compile("(\\S+?)\\s*,\\s*(?:" + GONE + "\\s*)+,");

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BLANK_BEFORE_MARK = Pattern.compile("\\s+(?=[,.;:?!])");
  private static final Pattern LEADING = Pattern.compile("^[,;:.?!\\s]+");
  private static final Pattern DOUBLED = Pattern.compile("[,;:]+(?=[,;:.?!])|[.?!]\\s*(?=[.?!])");

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
    for (Token token : tokens) {
      boolean stays =
          !token.isWord() || kept.contains(token.begin()) || Meaning.answers(token.text());
      if (!stays && token.begin() >= from) {
        text.append(said, from, token.begin()).append(GONE);
        from = token.end();
      }
    }
    text.append(said, from, said.length());
    return tidied(text.toString(), said);
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

  private static String tidied(String text, String said) {
    String tidy = ENCLOSED.matcher(text).replaceAll(BuiltinCleaning::joined).replace(GONE, "");
    tidy = BLANKS.matcher(tidy).replaceAll(" ");
    boolean apart = BLANK_BEFORE_MARK.matcher(said).find(); // "yes , it hurts ."
    tidy = BLANK_BEFORE_MARK.matcher(tidy).replaceAll("");
    tidy = DOUBLED.matcher(LEADING.matcher(tidy).replaceAll("")).replaceAll("").strip();
    if (tidy.isEmpty()) {
      return tidy;
    }
    boolean capital = Character.isUpperCase(said.strip().charAt(0));
    tidy = capital ? Character.toUpperCase(tidy.charAt(0)) + tidy.substring(1) : tidy;
    return apart ? tidy.replaceAll("(?<=[^\\s\\d])(?=[,.;:?!](?:\\s|$))", " ") : tidy;
  }

  /** "for, you know, two weeks" needs no comma; "pain, um, nausea" needs one. */
  private static String joined(MatchResult found) {
    String before = found.group(1);
    boolean goesOn = StopWords.has(before.toLowerCase(Locale.ROOT));
    return Matcher.quoteReplacement(goesOn ? before : before + ",");
  }
}
