package io.github.ambientgpt.core.cleaning;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Phrases;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Obeys a speaker's own corrections. What corrects stands after words that say so ("I mean", "no
 * wait", "scratch that"), and is of the same sort as what it corrects: a number with its unit, a
 * side, a day, a drug, a part of the body, or a phrase that begins alike.
 */
final class Corrections {
  private static final Phrases PHRASES = Phrases.english();

  private static final int LONGEST = 4;

  /** How far back stands what is corrected. */
  private static final int REACH = 9;

  /** Words of which one corrects another of the same group. */
  private static final List<String> RIVALS =
      List.of("rival-side", "rival-day", "rival-part-of-day");

  private Corrections() {}

  /** "a couple weeks , or , i'm sorry , a couple months": what was corrected is left out. */
  static List<Token> obeyed(List<Token> words) {
    for (int i = 1; i + 1 < words.size(); i++) {
      int end = end(words, i, "correction");
      if (end == 0 && isApart(words, i)) {
        end = end(words, i, "correction-of-value");
      }
      if (end > 0) {
        Optional<List<Token>> corrected = corrected(words, i, end);
        if (corrected.isPresent()) {
          return obeyed(corrected.get());
        }
      }
    }
    return words;
  }

  /** Whether a sentence corrects the one before it: "no wait , three weeks". */
  static boolean begins(List<Token> sentence) {
    int end = end(sentence, 0, "correction");
    int value = skipped(sentence, end);
    return end > 0
        && value < sentence.size()
        && (Numbers.at(sentence, value).isPresent() || isRival(sentence.get(value)));
  }

  /** "Two weeks , no , three": marks on both sides, and a number, a side or a day after. */
  private static boolean isApart(List<Token> words, int i) {
    int value = skipped(words, i + 1);
    return !words.get(i - 1).isWord()
        && !words.get(i + 1).isWord()
        && value < words.size()
        && (Numbers.at(words, value).isPresent() || isRival(words.get(value)));
  }

  private static boolean isRival(Token word) {
    return RIVALS.stream().anyMatch(group -> PHRASES.has(group, word.text()));
  }

  /** Where the longest phrase of a group ends that begins here, over marks; 0 for none. */
  private static int end(List<Token> words, int from, String group) {
    StringBuilder phrase = new StringBuilder();
    int longest = 0;
    int length = 0;
    for (int i = from; i < words.size() && length < LONGEST; i++) {
      if (words.get(i).isWord()) {
        phrase.append(length++ == 0 ? "" : " ").append(words.get(i).text());
        longest = PHRASES.has(group, phrase.toString()) ? i + 1 : longest;
      } else if (length == 0) {
        return 0;
      }
    }
    return longest;
  }

  /**
   * @param marker where the words begin that say that something is corrected
   * @param end where they end
   */
  private static Optional<List<Token>> corrected(List<Token> words, int marker, int end) {
    int after = skipped(words, end);
    int before = marker;
    while (before > 0
        && (!words.get(before - 1).isWord()
            || PHRASES.has("before-correction", words.get(before - 1).text()))) {
      before--;
    }
    if (after >= words.size() || before == 0) {
      return Optional.empty();
    }
    Optional<Numbers.Spoken> number = Numbers.at(words, after);
    return number.isPresent() ? number(words, before, number.get()) : phrase(words, before, after);
  }

  /** Marks, and "it" of "make it". */
  private static int skipped(List<Token> words, int from) {
    int at = from;
    while (at < words.size()
        && (!words.get(at).isWord() || PHRASES.has("before-correct", words.get(at).text()))) {
      at++;
    }
    return at;
  }

  /** The last number of its sort gives way; what was said of it, "twice a day", stays. */
  private static Optional<List<Token>> number(List<Token> words, int before, Numbers.Spoken right) {
    Optional<Numbers.Spoken> wrong = Optional.empty();
    for (int i = Math.max(0, before - REACH); i < before; i++) {
      Optional<Numbers.Spoken> found = Numbers.at(words, i);
      if (found.isPresent() && found.get().to() <= before) {
        wrong = ofOneSort(words, found.get(), right, before) ? found : wrong;
        i = found.get().to() - 1;
      }
    }
    return wrong.map(number -> replaced(words, number, right, before));
  }

  /** "250, I mean 500 milligrams", "two weeks, I mean two months"; a dose corrects no days. */
  private static boolean ofOneSort(
      List<Token> words, Numbers.Spoken wrong, Numbers.Spoken right, int before) {
    Optional<String> first = wrong.to() < before ? sort(words, wrong.to()) : Optional.empty();
    Optional<String> second = sort(words, right.to());
    return first.isEmpty() || second.isEmpty() || first.equals(second);
  }

  private static List<Token> replaced(
      List<Token> words, Numbers.Spoken wrong, Numbers.Spoken right, int before) {
    boolean bothHaveUnits =
        wrong.to() < before
            && sort(words, wrong.to()).isPresent()
            && sort(words, right.to()).isPresent();
    int wrongTo = bothHaveUnits ? wrong.to() + 1 : wrong.to();
    int rightTo = bothHaveUnits ? right.to() + 1 : right.to();
    List<Token> kept = new ArrayList<>(words.subList(0, wrong.from()));
    kept.addAll(words.subList(right.from(), rightTo));
    kept.addAll(words.subList(wrongTo, before));
    kept.addAll(words.subList(rightTo, words.size()));
    return kept;
  }

  /** What a unit measures; empty when there is none. */
  private static Optional<String> sort(List<Token> words, int at) {
    return at >= words.size()
        ? Optional.empty()
        : Vocabulary.english().units().find(words.get(at).text()).stream()
            .findFirst()
            .map(match -> match.value().dimension());
  }

  private static Optional<List<Token>> phrase(List<Token> words, int before, int after) {
    for (int i = before - 1; i >= Math.max(0, before - REACH); i--) {
      if (alike(words.get(i), words.get(after))) {
        List<Token> kept = new ArrayList<>(words.subList(0, i));
        kept.addAll(words.subList(after, words.size()));
        int goesOn = i + sameLength(words, i, before, after);
        if (goesOn > i) { // "my left leg hurts, I mean my right leg": what was said of it stays
          while (!kept.get(kept.size() - 1).isWord()) {
            kept.remove(kept.size() - 1);
          }
          kept.addAll(words.subList(goesOn, before));
        }
        return Optional.of(kept);
      }
    }
    return Optional.empty();
  }

  /** How many words the correction has, where it is a side with the same part or none; else 0. */
  private static int sameLength(List<Token> words, int wrong, int before, int after) {
    int length = 0;
    while (after + length < words.size() && words.get(after + length).isWord()) {
      length++;
    }
    boolean last = words.subList(after + length, words.size()).stream().noneMatch(Token::isWord);
    boolean same = last && length <= 2 && PHRASES.has("rival-side", words.get(after).text());
    for (int i = 1; same && i < length; i++) {
      same = wrong + i < before && words.get(wrong + i).is(words.get(after + i).text());
    }
    return same ? length : 0;
  }

  private static boolean alike(Token corrected, Token correction) {
    return corrected.is(correction.text())
        || ofOneKind(corrected, correction)
        || RIVALS.stream()
            .anyMatch(
                group ->
                    PHRASES.has(group, corrected.text()) && PHRASES.has(group, correction.text()));
  }

  /** One drug corrects another, one part of the body another. */
  private static boolean ofOneKind(Token corrected, Token correction) {
    Optional<Concept> first = Vocabulary.english().concept(corrected.text());
    Optional<Concept> second = Vocabulary.english().concept(correction.text());
    return first.isPresent() && second.isPresent() && first.get().kind() == second.get().kind();
  }
}
