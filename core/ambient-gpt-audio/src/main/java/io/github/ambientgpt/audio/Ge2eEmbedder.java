package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.speech.SpeakerEmbedder;
import java.util.Optional;

/**
 * Remembers a recording as a spectrogram of 4 KB a second, and asks the voice encoder about the
 * middle of a stretch.
 */
final class Ge2eEmbedder implements SpeakerEmbedder {
  private static final double FRAMES_A_SECOND = 100;

  /** What the network was trained to hear at once is 1.6 s; more tells little more. */
  private static final int MOST_FRAMES = 120;

  /** A shorter sound tells too little. */
  private static final int LEAST_FRAMES = 40;

  /** Between the products within a person (0.69 and more) and those of two (0.6 and less). */
  private static final double SAME_PERSON = 0.62;

  private final MelSpectrogram spectrogram = new MelSpectrogram();
  private final Ge2e network = new Ge2e();

  @Override
  public void hear(float[] samples, int offset, int count) {
    spectrogram.add(samples, offset, count);
  }

  @Override
  public Optional<float[]> voice(double from, double to) {
    int first = (int) Math.max(0, Math.round(from * FRAMES_A_SECOND));
    int last = (int) Math.min(spectrogram.frames(), Math.round(to * FRAMES_A_SECOND));
    int most = Math.min(last - first, MOST_FRAMES);
    if (most < LEAST_FRAMES) {
      return Optional.empty();
    }
    int begin = first + (last - first - most) / 2;
    return spectrogram.normalized(begin, begin + most).map(network::voice);
  }

  @Override
  public double samePerson() {
    return SAME_PERSON;
  }

  @Override
  public void close() {}
}
