package io.github.ambientgpt.core.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.contract.RecordingMonitor;
import io.github.ambientgpt.core.contract.RecordingMonitor.Report;
import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.contract.Samples.CountingAudio;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SegmenterTest {
  private static final double LOUD = 0.2;
  private static final double HISS = 0.002; // -54 dB: a room, not silence

  @Test
  void shortSpeechIsOnePiece() {
    List<AudioSegment> pieces = cut(Samples.jfk());

    assertThat(pieces).hasSize(1);
    assertThat(pieces.get(0).length()).isCloseTo(11, within(0.5));
  }

  @Test
  void silenceGivesNothing() {
    assertThat(cut(Samples.silence(100))).isEmpty();
    assertThat(cut(Samples.noise(100, 0.0001, 1))).as("the hiss of an open input").isEmpty();
    assertThat(cut()).isEmpty();
  }

  @Test
  void aConstantOffsetIsSilence() {
    float[] offset = Samples.noise(40, 0.0001, 1);
    for (int i = 0; i < offset.length; i++) {
      offset[i] += 0.1f;
    }
    assertThat(cut(offset)).isEmpty();
  }

  @Test
  void silenceAroundSpeechIsLeftOutAndTheTimeIsKept() {
    List<AudioSegment> pieces =
        cut(
            Samples.joined(
                Samples.silence(47),
                Samples.noise(3, LOUD, 1),
                Samples.silence(62),
                Samples.noise(2, LOUD, 2),
                Samples.silence(5)));

    assertThat(pieces).hasSize(2);
    assertThat(pieces.get(0).start()).isCloseTo(46.6, within(0.03));
    assertThat(pieces.get(0).length()).isCloseTo(3.8, within(0.05));
    assertThat(pieces.get(1).start()).isCloseTo(111.6, within(0.03));
    assertThat(pieces.get(1).length()).isCloseTo(2.8, within(0.05));
  }

  @Test
  void cutsLongSpeechInItsPauses() {
    // 5 s of noise, 0.4 s of pause, over and over: pauses end at 5.4, 10.8, 16.2, 21.6, 27.0, …
    float[] turn = Samples.joined(Samples.noise(5, LOUD, 1), Samples.noise(0.4, HISS, 2));
    List<AudioSegment> pieces = cut(Samples.repeated(turn, 40));

    assertWhole(pieces, 40 * 5.4);
    for (AudioSegment piece : pieces.subList(1, pieces.size())) {
      assertThat(piece.start() % 5.4).as("a cut in a pause").isBetween(5.0, 5.4);
    }
  }

  @Test
  void findsPausesInALoudRoomToo() {
    float[] turn = Samples.joined(Samples.noise(7, 0.3, 1), Samples.noise(0.5, 0.03, 2));
    List<AudioSegment> pieces = cut(Samples.repeated(turn, 20));

    assertWhole(pieces, 20 * 7.5);
    for (AudioSegment piece : pieces.subList(1, pieces.size())) {
      assertThat(piece.start() % 7.5).isBetween(7.0, 7.5);
    }
  }

  @Test
  void prefersTheLongestPause() {
    List<AudioSegment> pieces =
        cut(
            Samples.joined(
                Samples.noise(20, LOUD, 1),
                Samples.noise(0.8, HISS, 2),
                Samples.noise(4, LOUD, 3),
                Samples.noise(0.3, HISS, 4),
                Samples.noise(20, LOUD, 5)));

    assertThat(pieces.get(1).start()).isBetween(20.0, 20.8);
  }

  @Test
  void cutsAtTheQuietestPlaceWhereNobodyPauses() {
    List<AudioSegment> pieces =
        cut(
            Samples.joined(
                Samples.noise(24, LOUD, 1),
                Samples.noise(0.12, LOUD / 3, 2),
                Samples.noise(30, LOUD, 3)));

    assertWhole(pieces, 54.12);
    assertThat(pieces.get(1).start()).isBetween(24.0, 24.12);
  }

  @Test
  void evenNoiseIsCutSomewhereAndLosesNothing() {
    List<AudioSegment> pieces = cut(Samples.repeated(Samples.noise(10, LOUD, 1), 30));

    assertWhole(pieces, 300);
    assertThat(pieces).hasSizeLessThanOrEqualTo(21);
  }

  @Test
  void givesTheVerySamplesOfTheRecording() {
    float[] samples = Samples.noise(75, LOUD, 7);
    List<float[]> parts = new ArrayList<>();
    cut(samples).forEach(piece -> parts.add(piece.samples()));

    assertThat(Samples.joined(parts.toArray(float[][]::new))).isEqualTo(samples);
  }

  @Test
  void quietSpeechIsNotLost() {
    float[] whisper = Samples.jfk();
    for (int i = 0; i < whisper.length; i++) {
      whisper[i] *= 0.02f;
    }
    assertThat(cut(whisper)).hasSize(1).first().matches(piece -> piece.length() > 10);
  }

  @Test
  void brokenSamplesAreNoSpeech() {
    assertThat(cut(Float.NaN, Float.NaN, Float.NaN)).isEmpty();
  }

  @Test
  void hoursNeedNoMoreMemoryThanOnePiece() {
    CountingAudio hours = Samples.repeated(Samples.jfk(), 1000); // 3 h, 700 MB if it were kept
    Segmenter pieces = new Segmenter(hours, 30, Monitor.NONE, Providers.detector());
    double end = 0;
    long longest = 0;
    while (pieces.hasNext()) {
      AudioSegment piece = pieces.next();
      end = piece.start() + piece.length();
      longest = Math.max(longest, piece.samples().length);
    }
    assertThat(end).isCloseTo(11_000, within(3.0));
    assertThat(longest).isLessThanOrEqualTo(30 * AudioStream.SAMPLE_RATE);
  }

  @Test
  void tellsHowFarItHasCome() {
    RecordingMonitor monitor = RecordingMonitor.patient();
    new Segmenter(Samples.repeated(Samples.jfk(), 12), 30, monitor, Providers.detector())
        .forEachRemaining(p -> {});

    assertThat(monitor.reports())
        .extracting(Report::fraction)
        .isSorted()
        .hasSizeGreaterThan(4)
        .startsWith(0.0)
        .endsWith(1.0);
  }

  @Test
  void saysThatItCannotTellWhenTheLengthIsUnknown() {
    RecordingMonitor monitor = RecordingMonitor.patient();
    AudioStream known = AudioStream.of(Samples.jfk());
    AudioStream unknown =
        new AudioStream() {
          @Override
          public int read(float[] buffer, int offset, int length) {
            return known.read(buffer, offset, length);
          }

          @Override
          public OptionalDouble duration() {
            return OptionalDouble.empty();
          }

          @Override
          public void close() {}
        };
    new Segmenter(unknown, 30, monitor, Providers.detector()).forEachRemaining(piece -> {});

    assertThat(monitor.reports().get(0).fraction()).isNaN();
  }

  @Test
  void canBeCancelledInTheMidstOfSilence() {
    CountingAudio silence = Samples.repeated(Samples.silence(10), 100);
    Segmenter pieces =
        new Segmenter(silence, 30, RecordingMonitor.cancelledAfter(3), Providers.detector());

    assertThatThrownBy(pieces::hasNext).isInstanceOf(CancelledException.class);
    assertThat(silence.heard()).isLessThan(100);
  }

  @Test
  void refusesPiecesOfNoUse() {
    for (double seconds : new double[] {0, 0.5, 4000, Double.NaN}) {
      assertThatThrownBy(
              () -> new Segmenter(AudioStream.of(), seconds, Monitor.NONE, Providers.detector()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void whatWasRecognizedBeforeAnEngineFailedIsKept() {
    float[] turns = Samples.joined(Samples.noise(3, LOUD, 1), Samples.silence(4));
    Segmenter pieces =
        new Segmenter(Samples.repeated(turns, 9), 30, Monitor.NONE, Providers.detector());
    EngineException failure = EngineException.passing("It broke.", null);

    assertThatThrownBy(
            () ->
                pieces.transcribe(
                    (piece, utterances) -> {
                      if (utterances.size() == 6) {
                        throw failure;
                      }
                      int number = utterances.size() + 1;
                      utterances.add(
                          new Utterance("u" + number, Speaker.UNKNOWN, "Turn " + number + "."));
                    },
                    utterances -> new Transcript("en", Recognition.TYPED, utterances)))
        .isInstanceOfSatisfying(
            EngineException.class,
            e -> {
              assertThat(e).hasMessage("It broke.").hasCause(failure);
              assertThat(e.retriable()).isTrue();
              assertThat(e.heard().orElseThrow().utterances())
                  .extracting(Utterance::text)
                  .startsWith("Turn 1.")
                  .endsWith("Turn 6.")
                  .hasSize(6);
            });
  }

  @Test
  void anEngineThatFailsAtOnceHasHeardNothing() {
    Segmenter pieces =
        new Segmenter(AudioStream.of(Samples.jfk()), 30, Monitor.NONE, Providers.detector());

    assertThatThrownBy(
            () ->
                pieces.transcribe(
                    (piece, utterances) -> {
                      throw EngineException.lasting("It broke.", null);
                    },
                    utterances -> new Transcript("en", Recognition.TYPED, utterances)))
        .isInstanceOfSatisfying(EngineException.class, e -> assertThat(e.heard()).isEmpty());
  }

  @Test
  void theEndIsTheEnd() {
    Segmenter pieces = new Segmenter(AudioStream.of(), 30, Monitor.NONE, Providers.detector());

    assertThat(pieces.hasNext()).isFalse();
    assertThatThrownBy(pieces::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aStretchOfAPieceIsAStretchOfTheRecording() {
    AudioSegment piece = new AudioSegment(100, Samples.silence(10));

    assertThat(piece.span(2, 3)).isEqualTo(new Span(102, 103));
    assertThat(piece.span(-1, 12)).isEqualTo(new Span(100, 110));
    assertThat(piece.span(5, 4)).isEqualTo(new Span(105, 105));
    assertThat(piece.span(11, 12)).isEqualTo(new Span(110, 110));
  }

  @Test
  void knowsWhereAPieceIsSilent() {
    AudioSegment piece =
        new AudioSegment(100, Samples.joined(Samples.silence(2), Samples.noise(1, LOUD, 1)));

    assertThat(piece.isSilent(0, 1.9)).isTrue();
    assertThat(piece.isSilent(1.5, 2.5)).isFalse();
    assertThat(piece.isSilent(4, 5)).as("past the end").isTrue();
  }

  @Test
  void knowsForHowLongSomebodySpeaksInAPieceAndInItsRest() {
    AudioSegment piece =
        cut(Samples.joined(
                Samples.noise(1, LOUD, 1), Samples.silence(1), Samples.noise(0.5, LOUD, 2)))
            .get(0);

    assertThat(piece.speech(0, piece.length())).isCloseTo(1.5, within(0.05));
    assertThat(piece.speech(1.1, 1.9)).isZero();
    assertThat(piece.speech(-5, 0.4)).isCloseTo(0.4, within(0.05));
    AudioSegment rest = piece.from(1.5);
    assertThat(rest.start()).isCloseTo(piece.start() + 1.5, within(1e-6));
    assertThat(rest.speech(0, 99)).isCloseTo(0.5, within(0.05));
    assertThat(piece.from(99).length()).isZero();
  }

  private static List<AudioSegment> cut(float... samples) {
    return cut(AudioStream.of(samples));
  }

  private static List<AudioSegment> cut(AudioStream audio) {
    List<AudioSegment> pieces = new ArrayList<>();
    new Segmenter(audio, 30, Monitor.NONE, Providers.detector()).forEachRemaining(pieces::add);
    return pieces;
  }

  /** No piece is too long, and together they are the whole. */
  private static void assertWhole(List<AudioSegment> pieces, double seconds) {
    double end = 0;
    for (AudioSegment piece : pieces) {
      assertThat(piece.start()).isCloseTo(end, within(1e-6));
      assertThat(piece.length()).isLessThanOrEqualTo(30);
      end = piece.start() + piece.length();
    }
    assertThat(end).isCloseTo(seconds, within(1e-3));
  }
}
