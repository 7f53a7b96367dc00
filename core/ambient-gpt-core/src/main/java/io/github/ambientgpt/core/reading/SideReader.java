package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;

/** Reads the sides of the body that a text names. */
final class SideReader {
  /** "The right great toe", "his right first big toe": how far its part stands behind. */
  private static final int PART_AFTER = 4;

  /** "My knee on the right", "the lungs bilaterally": how far its part stands before. */
  private static final int PART_BEFORE = 4;

  /** "On the left side only": how far the word stands that excludes the other. */
  private static final int ONLY_NEAR = 2;

  private final List<Token> tokens;
  private final List<Tokens.Found<Concept>> parts;

  SideReader(List<Token> tokens, List<Tokens.Found<Concept>> concepts) {
    this.tokens = tokens;
    this.parts = concepts.stream().filter(c -> c.value().kind() == ConceptKind.BODY_PART).toList();
  }

  /**
   * @param taken marks the tokens that are read here
   */
  List<Side> sides(java.util.BitSet taken) {
    List<Side> sides = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Cues.is(WordClass.SIDE, text(i)) && isSide(i)) {
        sides.add(new Side(name(text(i)), isDenied(i), isOnly(i), part(i), i));
        taken.set(i);
      }
    }
    return sides;
  }

  private String part(int i) {
    for (Tokens.Found<Concept> part : parts) {
      int from = part.words().from();
      if (from > i && from <= i + PART_AFTER && !isBroken(i + 1, from)) {
        return part.value().name();
      }
    }
    for (int p = parts.size() - 1; p >= 0; p--) {
      Range words = parts.get(p).words();
      if (words.covers(new Range(i, i + 1))) {
        return parts.get(p).value().name();
      }
      if (words.to() <= i && words.to() > i - PART_BEFORE && !isBroken(words.to(), i)) {
        return parts.get(p).value().name();
      }
    }
    boolean ofSomething = i + 1 < tokens.size() && tokens.get(i + 1).isWord();
    return ofSomething && !StopWords.has(text(i + 1)) ? WordForms.base(text(i + 1)) : "";
  }

  private boolean isBroken(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!tokens.get(i).isWord()
          || Cues.is(WordClass.BREAKS, text(i))
          || Cues.is(WordClass.SIDE, text(i))
          || text(i).equals("and")) {
        return true;
      }
    }
    return false;
  }

  private boolean isOnly(int i) {
    for (int j = Math.max(0, i - ONLY_NEAR - 1);
        j < Math.min(tokens.size(), i + ONLY_NEAR + 1);
        j++) {
      if (Cues.is(WordClass.ONLY, text(j))) {
        return true;
      }
    }
    return false;
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
