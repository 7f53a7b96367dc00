package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Reads the sides of the body that a text names. */
final class SideReader {
  private final List<Token> tokens;

  SideReader(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @param taken marks the tokens that are read here
   */
  List<Side> sides(java.util.BitSet taken) {
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Cues.is(WordClass.SIDE, text(i)) && isSide(i)) {
        boolean ofSomething = i + 1 < tokens.size() && tokens.get(i + 1).isWord();
        sides.add(
            new Side(
                name(text(i)), isDenied(i), ofSomething ? WordForms.base(text(i + 1)) : "", i));
        taken.set(i);
      }
    }
    return sides;
  }

  private static String name(String word) {
    return switch (word) {
      case "bilateral", "bilaterally", "both" -> "both";
      case "left", "lefts", "left-sided" -> "left";
      default -> "right";
    };
  }

  /** "right" is a side only where it is not "all right", "right now", "that's right". */
  private boolean isSide(int i) {
    String before = i > 0 ? text(i - 1) : "";
    String after = i + 1 < tokens.size() ? text(i + 1) : "";
    return switch (text(i)) {
      case "right" ->
          !Cues.is(WordClass.RIGHT_BEFORE, before)
              && !Cues.is(WordClass.RIGHT_AFTER, after)
              && (!isEnd(after) || Cues.is(WordClass.RIGHT_LAST, before));
      case "left" ->
          !Cues.is(WordClass.LEFT_BEFORE, before) && !Cues.is(WordClass.LEFT_AFTER, after);
      case "both" -> Vocabulary.english().concept(after).isPresent();
      default -> true;
    };
  }

  private static boolean isEnd(String word) {
    return word.isEmpty() || word.equals(",") || word.equals(".") || word.equals("?");
  }

  /** "Not the right one", "isn't in my right knee". */
  private boolean isDenied(int i) {
    int before = i - 1;
    while (before >= 0 && i - before < 4 && Cues.is(WordClass.SIDE_DENIED_ACROSS, text(before))) {
      before--;
    }
    return before >= 0 && Cues.is(WordClass.SIDE_DENIED, text(before));
  }

  private String text(int i) {
    return tokens.get(i).text();
  }
}
