package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MisheardMarkTest {
  private static final Transcript HEARD =
      new Transcript(
          "en",
          new Recognition("whisper", "tiny.en", false),
          List.of(
              utterance("u1", Role.CLINICIAN, 0, "Take amyxicillin, and the metforman."),
              utterance("u2", Role.PATIENT, 3, "I take lisinopril.")));

  @ParameterizedTest
  @EnumSource(
      value = TranscriptFormat.class,
      names = {"TEXT", "SRT", "VTT"})
  void aWordPerhapsMisheardIsMarkedAndReadsBackAsItWas(TranscriptFormat format) {
    String written = format.write(HEARD);

    assertThat(written)
        .contains("amyxicillin [amoxicillin?],", "metforman [metformin?].")
        .contains("I take lisinopril.");
    assertThat(TranscriptReader.parse(written, "visit").utterances())
        .extracting(Utterance::text)
        .containsExactlyElementsOf(HEARD.utterances().stream().map(Utterance::text).toList());
  }

  private static Utterance utterance(String id, Role role, double start, String text) {
    return new Utterance(
        id, new Speaker("", role), Optional.of(new Span(start, start + 2)), text, List.of());
  }
}
