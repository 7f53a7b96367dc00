package io.github.ambientgpt.asr.sphinx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.SpeechRecognizerContract;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SphinxRecognizerTest extends SpeechRecognizerContract {
  /** Loading takes seconds, and a recognizer is the same for each recording. */
  private static final SpeechRecognizer shared = new SphinxProvider().create(Settings.NONE);

  @AfterAll
  static void free() {
    shared.close();
  }

  @Override
  protected SpeechRecognizer recognizer() {
    return new SpeechRecognizer() {
      @Override
      public Transcript transcribe(AudioStream audio, RecognitionOptions options, Monitor monitor) {
        return shared.transcribe(audio, options, monitor);
      }

      @Override
      public void close() {}

      @Override
      public String toString() {
        return shared.toString();
      }
    };
  }

  @Override
  protected String id() {
    return SphinxProvider.ID;
  }

  /** "And so my fellow Americans": Sphinx is slow, and the contract hears it over and over. */
  @Override
  protected float[] speech() {
    return Arrays.copyOf(Samples.jfk(), (int) (2.6 * AudioStream.SAMPLE_RATE));
  }

  @Test
  void hearsSomeOfTheWordsWhereTheyWereSaidAndSaysThatTheyArePoor() {
    Transcript transcript = transcribe(Samples.joined(Samples.silence(40), Samples.jfk()));
    List<Word> words =
        transcript.utterances().stream().flatMap(utterance -> utterance.words().stream()).toList();

    assertThat(words)
        .extracting(Word::text)
        .contains("and", "my", "fellow", "not", "your", "country", "for", "you");
    assertThat(words)
        .filteredOn(word -> word.text().equals("fellow"))
        .first()
        .satisfies(
            fellow -> {
              assertThat(fellow.span().start()).isCloseTo(41.24, within(0.1));
              assertThat(fellow.span().end()).isCloseTo(41.63, within(0.1));
              assertThat(fellow.estimated()).isFalse();
            });
    assertThat(transcript.recognition().previewQuality()).isTrue();
    assertThat(transcript.language()).isEqualTo("en-US");
  }

  @Test
  void refusesOtherLanguages() {
    assertThatThrownBy(
            () ->
                shared.transcribe(
                    AudioStream.of(),
                    new RecognitionOptions(Optional.of("es-MX"), ""),
                    Monitor.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("es-MX");
  }

  @Test
  void logsNothing() {
    List<LogRecord> records = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord logged) {
            records.add(logged);
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger.getLogger("").addHandler(handler);
    try {
      transcribe(speech());
    } finally {
      Logger.getLogger("").removeHandler(handler);
    }
    assertThat(records).isEmpty();
  }

  private static Transcript transcribe(float[] samples) {
    return shared.transcribe(AudioStream.of(samples), RecognitionOptions.DEFAULT, Monitor.NONE);
  }
}
