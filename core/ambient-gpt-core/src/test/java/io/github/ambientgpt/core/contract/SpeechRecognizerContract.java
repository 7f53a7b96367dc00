package io.github.ambientgpt.core.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.contract.RecordingMonitor.Report;
import io.github.ambientgpt.core.contract.Samples.CountingAudio;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every recognizer of recordings promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class SpeechRecognizerContract {
  /** Engines round their times to frames of 10 to 20 ms. */
  private static final double ROUNDING = 0.05;

  private SpeechRecognizer recognizer;

  /** A recognizer that is ready, closed after each test; skip the test when there can be none. */
  protected abstract SpeechRecognizer recognizer();

  /** The recognizer's id, as its transcripts name it. */
  protected abstract String id();

  /** Speech in a language that it knows. */
  protected float[] speech() {
    return Samples.jfk();
  }

  /** False when it gives other words for the same sound, as Kaldi does, which adds noise to it. */
  protected boolean repeatable() {
    return true;
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
    Transcript transcript = transcribe(AudioStream.of(Samples.silence(40)), Monitor.NONE);

    assertThat(transcript.isEmpty()).isTrue();
    assertThat(transcript.recognition().engine()).isEqualTo(id());
  }

  @Test
  void aRecordingOfNoLengthMakesNoWords() {
    assertThat(transcribe(AudioStream.of(), Monitor.NONE).isEmpty()).isTrue();
  }

  @Test
  void aRecordingShorterThanAWordIsNoError() {
    assertThat(transcribe(AudioStream.of(new float[7]), Monitor.NONE).isEmpty()).isTrue();
    assertThat(transcribe(AudioStream.of(Samples.noise(0.05, 0.1, 1)), Monitor.NONE)).isNotNull();
  }

  @Test
  void utterancesAreNumberedInOrderAndLieWithinTheRecording() {
    float[] samples = Samples.joined(Samples.silence(2), speech(), Samples.silence(2));
    Transcript transcript = transcribe(AudioStream.of(samples), Monitor.NONE);
    List<Utterance> utterances = transcript.utterances();

    assertThat(utterances)
        .extracting(Utterance::id)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, utterances.size()).mapToObj(i -> "u" + i).toList());
    assertThat(utterances).allMatch(utterance -> utterance.span().isPresent());
    assertOrderedWithin(
        new Span(0, (double) samples.length / AudioStream.SAMPLE_RATE),
        utterances.stream().map(utterance -> utterance.span().orElseThrow()).toList());
    for (Utterance utterance : utterances) {
      assertOrderedWithin(
          utterance.span().orElseThrow(), utterance.words().stream().map(Word::span).toList());
    }
  }

  @Test
  void readsTheRecordingToItsEndAndLeavesItOpen() {
    CountingAudio audio = Samples.repeated(Samples.silence(10), 9);
    transcribe(audio, Monitor.NONE);

    assertThat(audio.heard()).isEqualTo(90);
    assertThat(audio.isClosed()).isFalse();
  }

  @Test
  void reportsHowFarItHasComeAndNeverGoesBack() {
    RecordingMonitor monitor = RecordingMonitor.patient();
    transcribe(AudioStream.of(Samples.joined(speech(), Samples.silence(60))), monitor);

    List<Double> fractions =
        monitor.reports().stream()
            .filter(report -> report.stage().equals("transcribe"))
            .map(Report::fraction)
            .filter(fraction -> !fraction.isNaN())
            .toList();
    assertThat(fractions).isNotEmpty().isSorted().allMatch(f -> 0 <= f && f <= 1);
    assertThat(fractions.get(fractions.size() - 1)).isCloseTo(1, within(0.05));
  }

  @Test
  void stopsBeforeItHearsAnythingWhenCancelledAlready() {
    CountingAudio audio = Samples.repeated(speech(), 100);

    assertThatThrownBy(() -> transcribe(audio, RecordingMonitor.cancelledAfter(0)))
        .isInstanceOf(CancelledException.class);
    assertThat(audio.heard()).isLessThanOrEqualTo(60);
  }

  @Test
  void stopsWithinThirtySecondsOfAudioWhenCancelledOnItsWay() {
    CountingAudio audio = Samples.repeated(speech(), 100);

    assertThatThrownBy(() -> transcribe(audio, RecordingMonitor.cancelledAfter(1)))
        .isInstanceOf(CancelledException.class);
    assertThat(audio.heard()).isLessThanOrEqualTo(90);
  }

  @Test
  void stopsInTheMidstOfSilenceToo() {
    CountingAudio audio = Samples.repeated(Samples.silence(10), 100);

    assertThatThrownBy(() -> transcribe(audio, RecordingMonitor.cancelledAfter(2)))
        .isInstanceOf(CancelledException.class);
    assertThat(audio.heard()).isLessThanOrEqualTo(120);
  }

  @Test
  void hearsTheNextRecordingAsIfItWereTheFirst() {
    assertThatThrownBy(
            () -> transcribe(AudioStream.of(speech()), RecordingMonitor.cancelledAfter(1)))
        .isInstanceOf(CancelledException.class);
    Transcript first = transcribe(AudioStream.of(speech()), Monitor.NONE);
    Transcript second = transcribe(AudioStream.of(speech()), Monitor.NONE);

    if (repeatable()) {
      assertThat(second).isEqualTo(first);
    } else {
      assertThat(second.isEmpty()).isEqualTo(first.isEmpty());
    }
  }

  @Test
  void mayBeClosedTwice() {
    recognizer.close();
    recognizer.close();
  }

  @Test
  void showsNoWordsOfTheVisitWhenPrinted() {
    Transcript transcript =
        recognizer.transcribe(
            AudioStream.of(speech()),
            new RecognitionOptions(RecognitionOptions.DEFAULT.language(), "Zanubrutinib"),
            Monitor.NONE);

    assertThat(recognizer.toString()).doesNotContainIgnoringCase("zanubrutinib");
    for (Utterance utterance : transcript.utterances()) {
      assertThat(recognizer.toString()).doesNotContain(utterance.text());
    }
  }

  private Transcript transcribe(AudioStream audio, Monitor monitor) {
    return recognizer.transcribe(audio, RecognitionOptions.DEFAULT, monitor);
  }

  private static void assertOrderedWithin(Span whole, List<Span> parts) {
    double before = whole.start();
    for (Span part : parts) {
      assertThat(part.start()).isGreaterThanOrEqualTo(before - ROUNDING);
      assertThat(part.end()).isLessThanOrEqualTo(whole.end() + ROUNDING);
      before = part.start();
    }
  }
}
