package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.ambientgpt.core.contract.Samples;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.speech.AudioSegment;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.Segmenter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real speech, with silence and noise put around it: what is cut out of it, and where. */
class SpeechInNoiseTest {
  /** Where {@link Samples#jfk()} first and last has speech, in seconds. */
  private static final double FIRST_WORD = 0.35;

  private static final double LAST_WORD = 10.2;

  @ParameterizedTest(name = "speech times {0} in noise of {1}")
  @CsvSource({"1, 0", "1, 0.0005", "1, 0.003", "1, 0.01", "0.02, 0", "0.02, 0.0001", "0.3, 0.003"})
  void speechIsKeptWithItsTimesAndTheNoiseAroundItIsSkipped(float gain, double noise) {
    List<AudioSegment> pieces =
        cut(
            inRoom(
                noise, 100, Samples.silence(40), times(Samples.jfk(), gain), Samples.silence(49)));

    assertThat(pieces).isNotEmpty();
    // All that was said is in one piece or several in a row.
    assertThat(heard(pieces, 40 + FIRST_WORD, 40 + LAST_WORD)).isGreaterThan(0.99);
    assertThat(seconds(pieces)).as("what an engine has to hear").isBetween(9.5, 16.0);
  }

  @ParameterizedTest(name = "noise of {0}")
  @CsvSource({"0.0005", "0.01", "0.05", "0.2"})
  void minutesOfSteadyNoiseAreSkipped(double noise) {
    assertThat(seconds(cut(Samples.noise(180, noise, 1)))).isLessThan(6);
  }

  @Test
  void twoTurnsFarApartKeepTheirTimes() {
    List<AudioSegment> pieces =
        cut(
            inRoom(
                0.002,
                122,
                Samples.jfk(),
                Samples.silence(70),
                Samples.jfk(),
                Samples.silence(30)));

    assertThat(heard(pieces, FIRST_WORD, LAST_WORD)).isGreaterThan(0.99);
    assertThat(heard(pieces, 81 + FIRST_WORD, 81 + LAST_WORD)).isGreaterThan(0.99);
    assertThat(seconds(pieces)).isBetween(18.0, 32.0);
    float[] whole =
        inRoom(0.002, 122, Samples.jfk(), Samples.silence(70), Samples.jfk(), Samples.silence(30));
    for (AudioSegment piece : pieces) {
      int start = (int) Math.round(piece.start() * AudioStream.SAMPLE_RATE);
      assertThat(piece.samples()[100]).isCloseTo(whole[start + 100], within(1e-6f));
    }
  }

  private static List<AudioSegment> cut(float[] samples) {
    List<AudioSegment> pieces = new ArrayList<>();
    Segmenter cutter =
        new Segmenter(AudioStream.of(samples), 29, Monitor.NONE, Providers.detector());
    cutter.forEachRemaining(pieces::add);
    return pieces;
  }

  /** One after the other, with steady noise over all of it. */
  private static float[] inRoom(double noise, double seconds, float[]... parts) {
    float[] all = Samples.joined(parts);
    float[] room = Samples.noise(seconds, noise, 3);
    for (int i = 0; i < all.length; i++) {
      all[i] += room[i % room.length];
    }
    return all;
  }

  private static float[] times(float[] samples, float gain) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] *= gain;
    }
    return samples;
  }

  /** The share of a stretch that lies in pieces. */
  private static double heard(List<AudioSegment> pieces, double from, double to) {
    double inside = 0;
    for (AudioSegment piece : pieces) {
      double end = piece.start() + piece.length();
      inside += Math.max(0, Math.min(to, end) - Math.max(from, piece.start()));
    }
    return inside / (to - from);
  }

  private static double seconds(List<AudioSegment> pieces) {
    return pieces.stream().mapToDouble(AudioSegment::length).sum();
  }
}
