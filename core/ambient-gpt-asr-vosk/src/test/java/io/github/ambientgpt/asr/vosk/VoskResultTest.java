package io.github.ambientgpt.asr.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.asr.vosk.VoskResult.Heard;
import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class VoskResultTest {
  private static final String RESULT =
      """
      {
        "result" : [{
            "conf" : 1.000000,
            "end" : 0.600000,
            "start" : 0.270000,
            "word" : "my"
          }, {
            "conf" : 0.430055,
            "end" : 1.170000,
            "start" : 0.600000,
            "word" : "fellow"
          }],
        "text" : "my fellow"
      }
      """;

  @Test
  void wordsHaveTheirTimesAndConfidence() {
    assertThat(VoskResult.parse(RESULT).words())
        .containsExactly(
            new Heard("my", 0.27, 0.6, OptionalDouble.of(1)),
            new Heard("fellow", 0.6, 1.17, OptionalDouble.of(0.430055)));
  }

  @Test
  void timesAreThoseOfTheRecording() {
    AudioSegment piece = new AudioSegment(100, Samples.noise(2, 0.2, 1));
    Utterance utterance = VoskResult.parse(RESULT).utterance(4, piece).orElseThrow();

    assertThat(utterance.id()).isEqualTo("u4");
    assertThat(utterance.text()).isEqualTo("my fellow");
    Span span = utterance.span().orElseThrow();
    assertThat(span.start()).isCloseTo(100.27, within(1e-9));
    assertThat(span.end()).isCloseTo(101.17, within(1e-9));
    assertThat(utterance.words()).noneMatch(Word::estimated);
  }

  @Test
  void wordsWhereNobodyCanHaveSpokenAreDropped() {
    assertThat(VoskResult.parse(RESULT).utterance(1, new AudioSegment(0, Samples.silence(2))))
        .isEmpty();
    assertThat(
            VoskResult.parse(RESULT).utterance(1, new AudioSegment(0, Samples.noise(0.1, 0.2, 1))))
        .as("after the end")
        .isEmpty();
  }

  @Test
  void nothingSaidIsNoUtterance() {
    assertThat(VoskResult.parse("{\"text\" : \"\"}").utterance(1)).isEmpty();
    assertThat(VoskResult.parse("{\"result\":[{\"word\":\"[unk]\"}]}").utterance(1)).isEmpty();
  }

  @Test
  void whatIsMissingOrOddIsNoFailure() {
    assertThat(
            VoskResult.parse(
                    "{\"result\":[{\"word\":\"hm\",\"conf\":1.0001,\"start\":2,\"end\":1},"
                        + "{\"word\":\"well\"}]}")
                .words())
        .containsExactly(
            new Heard("hm", 2, 2, OptionalDouble.of(1)),
            new Heard("well", 2, 2, OptionalDouble.empty()));
  }

  @Test
  void partialTextIsRead() {
    assertThat(VoskResult.partial("{\n  \"partial\" : \"ask not\"\n}")).isEqualTo("ask not");
    assertThat(VoskResult.partial("{\"partial\" : \"\"}")).isEmpty();
  }

  @Test
  void brokenJsonIsAnEnginesFailureThatQuotesNothing() {
    assertThatThrownBy(() -> VoskResult.parse("{\"text\" : \"chest pain"))
        .isInstanceOf(EngineException.class)
        .hasNoCause()
        .hasMessageNotContaining("chest");
  }
}
