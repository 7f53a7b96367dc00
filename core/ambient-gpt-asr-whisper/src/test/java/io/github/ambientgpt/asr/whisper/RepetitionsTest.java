package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Word;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  @Test
  void aLoopOfSegmentsIsOneSegment() {
    assertThat(
            once(
                "Good morning.",
                "I'm going to go.",
                "I'm going to go.",
                "I'm going to go",
                "And the dose?"))
        .containsExactly("Good morning.", "I'm going to go.", "And the dose?");
  }

  @Test
  void aLoopInsideASegmentIsOneRound() {
    assertThat(once("so take two a day take two a day take two a day take two a day with food"))
        .containsExactly("so take two a day with food");
  }

  @Test
  void whatPeopleDoRepeatIsKept() {
    assertThat(once("Okay.", "Okay.", "Okay.", "Okay."))
        .containsExactly("Okay.", "Okay.", "Okay.", "Okay.");
    assertThat(once("no no no no no no no no no no"))
        .containsExactly("no no no no no no no no no no");
    assertThat(once("I take lisinopril.", "I take lisinopril."))
        .containsExactly("I take lisinopril.", "I take lisinopril.");
    assertThat(once("one two three, one two three, and out"))
        .containsExactly("one two three, one two three, and out");
  }

  private static List<String> once(String... segments) {
    return Repetitions.once(Arrays.stream(segments).map(RepetitionsTest::words).toList()).stream()
        .map(words -> words.stream().map(Word::text).collect(Collectors.joining(" ")))
        .toList();
  }

  private static List<Word> words(String text) {
    return Arrays.stream(text.split(" "))
        .map(word -> new Word(word, new Span(0, 1), OptionalDouble.empty(), true))
        .toList();
  }
}
