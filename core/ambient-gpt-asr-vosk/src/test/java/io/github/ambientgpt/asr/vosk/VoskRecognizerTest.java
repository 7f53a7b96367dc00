package io.github.ambientgpt.asr.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import org.junit.jupiter.api.Test;

/**
 * With the real Vosk and whatever model there is: it may be of another language than the speech.
 */
class VoskRecognizerTest extends SpeechRecognizerContract {
  @Override
  protected SpeechRecognizer recognizer() {
    return new VoskProvider().create(RealModel.settings());
  }

  @Override
  protected String id() {
    return VoskNeeds.ID;
  }

  @Override
  protected boolean repeatable() {
    return false;
  }

  @Test
  void keepsEveryUtteranceAndNotOnlyTheLast() {
    float[] turn = Samples.joined(Samples.jfk(), Samples.silence(3));
    try (SpeechRecognizer recognizer = recognizer()) {
      Transcript transcript =
          recognizer.transcribe(
              Samples.repeated(turn, 4), RecognitionOptions.DEFAULT, Monitor.NONE);

      for (int i = 0; i < 4; i++) {
        double from = i * 14;
        assertThat(transcript.utterances())
            .anyMatch(
                u ->
                    u.span().orElseThrow().start() >= from
                        && u.span().orElseThrow().end() <= from + 12);
      }
      assertThat(transcript.utterances())
          .flatExtracting(utterance -> utterance.words())
          .allMatch(word -> word.confidence().isPresent() && !word.estimated());
    }
  }

  @Test
  void refusesToHearOnceItIsClosed() {
    SpeechRecognizer recognizer = recognizer();
    recognizer.close();

    assertThatThrownBy(
            () -> recognizer.transcribe(AudioStream.of(), RecognitionOptions.DEFAULT, Monitor.NONE))
        .isInstanceOf(IllegalStateException.class);
  }
}
