package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.RecordingMonitor.Report;
import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** With the real whisper.cpp, and a model that knows no words. */
class WhisperRecognizerTest extends SpeechRecognizerContract {
  @Override
  protected SpeechRecognizer recognizer() {
    TinyModel.requireLibrary();
    return new WhisperProvider().create(TinyModel.settings());
  }

  @Override
  protected String id() {
    return WhisperProvider.ID;
  }

  @Test
  void aModelWithoutWeightsHearsNoWordsInMinutesOfSpeech() {
    float[] minute = Samples.joined(Samples.jfk(), Samples.silence(49));
    RecordingMonitor monitor = RecordingMonitor.patient();
    Transcript transcript;
    try (SpeechRecognizer recognizer = recognizer()) {
      transcript =
          recognizer.transcribe(Samples.repeated(minute, 4), RecognitionOptions.DEFAULT, monitor);
    }

    assertThat(transcript.isEmpty()).isTrue();
    assertThat(transcript.language()).isEqualTo("en");
    assertThat(transcript.recognition().model()).isEqualTo("tiny.en-no-weights");
    assertThat(transcript.recognition().previewQuality()).isFalse();
    assertThat(monitor.reports())
        .as("a report for every half minute or less")
        .hasSizeGreaterThanOrEqualTo(8)
        .extracting(Report::fraction)
        .isSorted();
  }

  @Test
  void refusesALanguageThatTheModelDoesNotKnow() {
    try (SpeechRecognizer recognizer = recognizer()) {
      for (String language : new String[] {"de", "xx", "not a language"}) {
        assertThatThrownBy(
                () ->
                    recognizer.transcribe(
                        AudioStream.of(),
                        new RecognitionOptions(Optional.of(language), ""),
                        Monitor.NONE))
            .isInstanceOf(InvalidInputException.class)
            .hasMessageContaining(language);
      }
    }
  }

  @Test
  void takesALanguageWithARegionAndALongPrompt() {
    RecognitionOptions options =
        new RecognitionOptions(Optional.of("en-GB"), "amoxicillin 💊 naïve ".repeat(500));
    try (SpeechRecognizer recognizer = recognizer()) {
      assertThat(recognizer.transcribe(AudioStream.of(speech()), options, Monitor.NONE).language())
          .isEqualTo("en-GB");
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

  @Test
  void recognizersWorkSideBySide() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    Callable<Boolean> work =
        () -> {
          try (SpeechRecognizer recognizer = recognizer()) {
            return recognizer
                .transcribe(AudioStream.of(speech()), RecognitionOptions.DEFAULT, Monitor.NONE)
                .isEmpty();
          }
        };
    try {
      for (var empty : threads.invokeAll(List.of(work, work, work))) {
        assertThat(empty.get()).isTrue();
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
