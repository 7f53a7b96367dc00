package io.github.ambientgpt.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.speech.StreamingRecognizer.Session;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every recognizer of live speech promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class StreamingRecognizerContract {
  /** 40 ms, as a browser sends it. */
  private static final int CHUNK = 640;

  private StreamingRecognizer recognizer;

  /** A recognizer that is ready, closed after each test; skip the test when there can be none. */
  protected abstract StreamingRecognizer recognizer();

  /** The recognizer's id, as its transcripts name it. */
  protected abstract String id();

  /** Speech in a language that it knows. */
  protected float[] speech() {
    return Samples.jfk();
  }

  @BeforeEach
  void open() {
    recognizer = recognizer();
  }

  @AfterEach
  void close() {
    if (recognizer != null) {
      recognizer.close();
    }
  }

  @Test
  void silenceMakesNoWords() {
    Heard heard = new Heard();
    Transcript transcript = hear(Samples.silence(10), heard);

    assertThat(transcript.isEmpty()).isTrue();
    assertThat(transcript.recognition().engine()).isEqualTo(id());
    assertThat(heard.utterances).isEmpty();
    assertThat(heard.partials).allMatch(String::isBlank);
  }

  @Test
  void aSessionThatHearsNothingMakesNoWords() {
    assertThat(hear(new float[0], new Heard()).isEmpty()).isTrue();
  }

  @Test
  void tellsEachUtteranceOnceAndGathersThemInTheEnd() {
    Heard heard = new Heard();
    Transcript transcript = hear(speech(), heard);

    assertThat(heard.utterances).isNotEmpty().isEqualTo(transcript.utterances());
  }

  @Test
  void numbersUtterancesInTheOrderOfTheirTimes() {
    float[] twice = Samples.joined(speech(), Samples.silence(3), speech(), Samples.silence(3));
    List<Utterance> utterances = hear(twice, new Heard()).utterances();

    assertThat(utterances)
        .extracting(Utterance::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, utterances.size()).mapToObj(i -> "u" + i).toList());
    assertThat(utterances)
        .extracting(utterance -> utterance.span().orElseThrow().start())
        .isSorted();
  }

  @Test
  void sessionsSideBySideDoNotMix() {
    Heard speaking = new Heard();
    Heard silent = new Heard();
    float[] speech = speech();
    try (Session one = recognizer.open(RecognitionOptions.DEFAULT, speaking);
        Session other = recognizer.open(RecognitionOptions.DEFAULT, silent)) {
      float[] silence = new float[CHUNK];
      for (int i = 0; i < speech.length; i += CHUNK) {
        one.accept(speech, i, Math.min(CHUNK, speech.length - i));
        other.accept(silence, 0, CHUNK);
      }
      assertThat(one.finish().isEmpty()).isFalse();
      assertThat(other.finish().isEmpty()).isTrue();
    }
  }

  @Test
  void aSessionMayBeClosedUnfinishedAndTwice() {
    Session session = recognizer.open(RecognitionOptions.DEFAULT, new Heard());
    session.accept(speech(), 0, CHUNK);
    session.close();
    session.close();
  }

  private Transcript hear(float[] samples, Heard heard) {
    try (Session session = recognizer.open(RecognitionOptions.DEFAULT, heard)) {
      for (int i = 0; i < samples.length; i += CHUNK) {
        session.accept(samples, i, Math.min(CHUNK, samples.length - i));
      }
      return session.finish();
    }
  }

  private static final class Heard implements StreamingRecognizer.Listener {
    final List<String> partials = new ArrayList<>();
    final List<Utterance> utterances = new ArrayList<>();

    @Override
    public void partial(String text) {
      partials.add(text);
    }

    @Override
    public void utterance(Utterance utterance) {
      utterances.add(utterance);
    }
  }
}
