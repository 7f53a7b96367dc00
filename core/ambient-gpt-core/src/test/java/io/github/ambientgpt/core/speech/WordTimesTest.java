package io.github.ambientgpt.core.speech;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Word;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class WordTimesTest {
  @Test
  void longerWordsTakeLonger() {
    List<Word> words =
        WordTimes.estimate(" I took\tamoxicillin. ", new Span(10, 12), OptionalDouble.of(0.5));

    assertThat(words).extracting(Word::text).containsExactly("I", "took", "amoxicillin.");
    assertThat(words)
        .extracting(Word::span)
        .containsExactly(new Span(10, 10.2), new Span(10.2, 10.7), new Span(10.7, 12));
    assertThat(words).allMatch(word -> word.estimated() && word.confidence().getAsDouble() == 0.5);
  }

  @Test
  void wordsFillTheirSpanWithoutGapsHoweverOddItIs() {
    Span span = new Span(1.0 / 3, 2.0 / 3);
    List<Word> words =
        WordTimes.estimate("so many little words in so short a time", span, OptionalDouble.empty());

    assertThat(words.get(0).span().start()).isEqualTo(span.start());
    assertThat(words.get(words.size() - 1).span().end()).isEqualTo(span.end());
    for (int i = 1; i < words.size(); i++) {
      assertThat(words.get(i).span().start()).isEqualTo(words.get(i - 1).span().end());
    }
  }

  @Test
  void aSpanOfNoLengthIsNoError() {
    assertThat(WordTimes.estimate("two words", new Span(3, 3), OptionalDouble.empty())).hasSize(2);
  }

  @Test
  void blankTextHasNoWords() {
    assertThat(WordTimes.estimate(" \n", new Span(0, 1), OptionalDouble.empty())).isEmpty();
  }
}
