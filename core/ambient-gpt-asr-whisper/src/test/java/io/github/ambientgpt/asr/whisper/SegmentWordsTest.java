package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.asr.whisper.Hearing.Segment;
import io.github.ambientgpt.asr.whisper.Hearing.Token;
import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.transcript.Word;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentWordsTest {
  private static final AudioSegment PIECE = new AudioSegment(10, Samples.silence(10));

  @Test
  void aWordHasTheTimesOfItsTokensAndTheMeanOfTheirProbabilities() {
    List<Word> words =
        words(
            new Token(" ask", 1, 1.5, 0.9),
            new Token(" met", 2, 2.5, 0.5),
            new Token("for", 2.5, 2.8, 0.7),
            new Token("min", 2.8, 3, 0.6),
            new Token(".", 3, 3.1, 0.2));

    assertThat(words).extracting(Word::text).containsExactly("ask", "metformin.");
    assertThat(words.get(1).span().start()).isCloseTo(12, within(1e-9));
    assertThat(words.get(1).span().end()).isCloseTo(13.1, within(1e-9));
    assertThat(words.get(1).confidence().orElseThrow()).isCloseTo(0.5, within(1e-9));
    assertThat(words).noneMatch(Word::estimated);
  }

  @Test
  void whatNobodySaidIsLeftOut() {
    List<Word> words =
        words(
            new Token(" [", 0, 1, 0.9),
            new Token("MUSIC", 1, 2, 0.9),
            new Token("]", 2, 3, 0.9),
            new Token(" hello", 3, 4, 0.8));

    assertThat(words).extracting(Word::text).containsExactly("hello");
    assertThat(words.get(0).span().start()).isCloseTo(13, within(1e-9));
    assertThat(words(new Token(" (", 0, 1, 1), new Token("door)", 1, 2, 1))).isEmpty();
  }

  @Test
  void timesThatRunBackwardsOrOverTheEndAreStraightened() {
    List<Word> words =
        words(new Token(" one", 4, 5, 1), new Token(" two", 3, 4.5, 1), new Token(" x", 9, 30, 1));

    assertThat(words.get(1).span().start()).isCloseTo(15, within(1e-9));
    assertThat(words.get(1).span().end()).isCloseTo(15, within(1e-9));
    assertThat(words.get(2).span().end()).isCloseTo(20, within(1e-9));
  }

  @Test
  void withoutTokensTimesAreEstimated() {
    List<Word> words = SegmentWords.of(PIECE, new Segment(2, 4, " two words", List.of()));

    assertThat(words).hasSize(2).allMatch(Word::estimated);
    assertThat(words.get(0).confidence()).isEmpty();
  }

  @Test
  void partsOfACharacterComeTogether() {
    byte[] bytes = " café".getBytes(StandardCharsets.UTF_8);
    TokenTexts tokens = new TokenTexts();
    tokens.add(java.util.Arrays.copyOf(bytes, bytes.length - 1), 0, 1, 0.9);
    tokens.add(new byte[] {bytes[bytes.length - 1]}, 1, 2, 0.4);

    assertThat(tokens.whole()).containsExactly(new Token(" café", 0, 2, 0.4));
  }

  private static List<Word> words(Token... tokens) {
    List<Token> all = new ArrayList<>(List.of(tokens));
    StringBuilder text = new StringBuilder();
    all.forEach(token -> text.append(token.text()));
    return SegmentWords.of(PIECE, new Segment(0, 10, text.toString(), all));
  }
}
