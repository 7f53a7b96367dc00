package io.github.ambientgpt.core.prompt;

import io.github.ambientgpt.core.english.Sentences;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/**
 * Parts lines into pieces that each fit a room of tokens: between lines where that can be, within a
 * line between sentences, within a sentence between words. Nothing is ever left out.
 */
final class Chunks {
  private final ToIntFunction<String> tokens;
  private final int room;
  private final List<List<Line>> pieces = new ArrayList<>();
  private List<Line> piece = new ArrayList<>();
  private int used;

  private Chunks(int room, ToIntFunction<String> tokens) {
    this.room = room;
    this.tokens = tokens;
  }

  /**
   * @param room tokens for a piece; a line's head and a word always fit
   * @param tokens how many a text has
   */
  static List<List<Line>> of(List<Line> lines, int room, ToIntFunction<String> tokens) {
    Chunks pieces = new Chunks(room, tokens);
    for (Line line : lines) {
      pieces.parts(line).forEach(pieces::add);
    }
    pieces.close();
    return List.copyOf(pieces.pieces);
  }

  private void add(Line line) {
    int needed = tokens.applyAsInt(line.shown());
    if (used + needed > room) {
      close();
    }
    piece.add(line);
    used += needed;
  }

  private void close() {
    if (!piece.isEmpty()) {
      pieces.add(List.copyOf(piece));
    }
    piece = new ArrayList<>();
    used = 0;
  }

  private boolean fits(Line line) {
    return tokens.applyAsInt(line.shown()) <= room;
  }

  private List<Line> parts(Line line) {
    if (fits(line)) {
      return List.of(line);
    }
    List<Line> parts = new ArrayList<>();
    for (Line part : joined(line.head(), sentences(line.text()))) {
      if (fits(part)) {
        parts.add(part);
      } else {
        parts.addAll(joined(line.head(), List.of(part.text().split(" "))));
      }
    }
    return parts;
  }

  /** As many of the units in each line as fit. */
  private List<Line> joined(String head, List<String> units) {
    List<Line> lines = new ArrayList<>();
    String text = "";
    for (String unit : units) {
      String longer = text.isEmpty() ? unit : text + " " + unit;
      if (!text.isEmpty() && !fits(new Line(head, longer))) {
        lines.add(new Line(head, text));
        longer = unit;
      }
      text = longer;
    }
    lines.add(new Line(head, text));
    return lines;
  }

  /** The text from where one sentence begins to where the next does. */
  private static List<String> sentences(String text) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (List<Token> sentence : Sentences.of(Tokenizer.tokens(text))) {
      int begin = sentence.get(0).begin();
      if (begin > from && !text.substring(from, begin).isBlank()) {
        sentences.add(text.substring(from, begin).strip());
        from = begin;
      }
    }
    sentences.add(text.substring(from).strip());
    return sentences;
  }
}
