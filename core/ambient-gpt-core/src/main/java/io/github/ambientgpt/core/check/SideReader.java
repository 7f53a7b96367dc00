package io.github.ambientgpt.core.check;

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
  List<Side> sides(boolean[] taken) {
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Cues.is("side", text(i)) && isSide(i)) {
        boolean ofSomething = i + 1 < tokens.size() && tokens.get(i + 1).isWord();
        sides.add(
            new Side(
                name(text(i)), isDenied(i), ofSomething ? WordForms.base(text(i + 1)) : "", i));
        taken[i] = true;
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
          !Cues.is("right-before", before)
              && !Cues.is("right-after", after)
              && (i > 0 || !after.isEmpty());
      case "left" -> !Cues.is("left-before", before) && !Cues.is("left-after", after);
      case "both" -> Vocabulary.english().concept(after).isPresent();
      default -> true;
    };
  }

  /** "Not the right one", "isn't in my right knee". */
  private boolean isDenied(int i) {
    int before = i - 1;
    while (before >= 0 && i - before < 4 && Cues.is("side-denied-across", text(before))) {
      before--;
    }
    return before >= 0 && Cues.is("side-denied", text(before));
  }

  private String text(int i) {
    return tokens.get(i).text();
  }
}
