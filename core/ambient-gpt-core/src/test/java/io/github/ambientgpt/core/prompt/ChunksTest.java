package io.github.ambientgpt.core.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChunksTest {
  /** A token a word. */
  private static int tokens(String text) {
    return text.strip().split("\\s+").length;
  }

  private static List<List<Line>> pieces(int room, Line... lines) {
    return Chunks.of(List.of(lines), room, ChunksTest::tokens);
  }

  @Test
  void linesAreKeptWholeWhereThatCanBe() {
    Line one = new Line("u1", "one two three");
    Line two = new Line("u2", "four five");
    Line three = new Line("u3", "six");

    assertThat(pieces(6, one, two, three)).containsExactly(List.of(one), List.of(two, three));
    assertThat(pieces(100, one, two, three)).containsExactly(List.of(one, two, three));
    assertThat(pieces(5)).isEmpty();
  }

  @Test
  void aLineThatIsTooLongIsPartedBetweenSentences() {
    Line line = new Line("u1", "My knee hurts a lot. It began in May. It is the left one.");

    assertThat(pieces(7, line).stream().flatMap(List::stream))
        .containsExactly(
            new Line("u1", "My knee hurts a lot."),
            new Line("u1", "It began in May."),
            new Line("u1", "It is the left one."));
  }

  @Test
  void aSentenceThatIsTooLongIsPartedBetweenWordsAndNothingIsLost() {
    String words = IntStream.range(0, 100).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    List<List<Line>> pieces = pieces(12, new Line("u1 [patient]", words), new Line("u2", "end"));

    assertThat(pieces).allMatch(p -> p.stream().mapToInt(l -> tokens(l.shown())).sum() <= 12);
    assertThat(
            pieces.stream()
                .flatMap(List::stream)
                .filter(line -> line.head().equals("u1 [patient]"))
                .map(Line::text)
                .collect(Collectors.joining(" ")))
        .isEqualTo(words);
  }

  @Test
  void whateverStandsInALineItIsOneLine() {
    assertThat(new Line("a\nb", " c\r\nd\u2028e\u0085f\tg\u0000h ").shown())
        .isEqualTo("a b c d e f g h\n");
  }
}
