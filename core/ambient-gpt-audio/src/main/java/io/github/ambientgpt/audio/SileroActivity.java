package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.speech.VoiceActivity;
import java.util.Arrays;

/**
 * Silero VAD, frame by frame, made to hear soft speech as it hears loud speech.
 *
 * <p>Silero knows voices, not loudness: measured, no 32 ms of a minute of noise, hum, music,
 * clicks, breath, doors or ringing at -20 to -50 dB comes near its bound. But speech below -50 dB
 * is too soft for it. So what it is given is turned up until the loudest of the last seconds is as
 * loud as speech usually is; noise stays noise however loud.
 */
final class SileroActivity implements VoiceActivity {
  /** Speech begins here: below Silero's own 0.5, since what is skipped is lost. */
  private static final float BEGIN = 0.3f;

  /** And ends below this. */
  private static final float END = 0.15f;

  /** The last sound of a word is soft, in frames: 0.2 s. */
  private static final int AFTER = 10;

  /** Soft speech, which Silero hears well; louder is left as it is. */
  private static final double LOUD = 0.03;

  /** Not more than 26 dB, or noise drowns the first word after it. */
  private static final double MOST_GAIN = 20;

  /** What remains of a loudness after 20 ms; half after 2.8 s. */
  private static final double DECAY = 0.995;

  private final Silero silero = new Silero();
  private final float[] chunk = new float[Silero.CHUNK];
  private int filled;
  private double loudest;
  private float probability;
  private int since = AFTER;
  private boolean speaking;

  @Override
  public boolean[] judge(float[] samples, int from, int to) {
    boolean[] speech = new boolean[(to - from + FRAME - 1) / FRAME];
    for (int i = 0; i < speech.length; i++) {
      speech[i] = judgeFrame(samples, from + i * FRAME, to);
    }
    return speech;
  }

  /** A short frame at the end is filled up with silence; what is broken counts as silence. */
  private boolean judgeFrame(float[] samples, int from, int end) {
    double squares = 0;
    for (int i = from; i < Math.min(end, from + FRAME); i++) {
      squares += (double) clean(samples[i]) * clean(samples[i]);
    }
    double level = Math.sqrt(squares / FRAME);
    loudest = Math.max(loudest * DECAY, level);
    float gain = (float) Math.max(1, Math.min(MOST_GAIN, LOUD / loudest));
    for (int i = from; i < from + FRAME; i++) {
      chunk[filled++] = i < end ? clean(samples[i]) * gain : 0;
      if (filled == chunk.length) {
        filled = 0;
        probability = silero.speech(chunk);
      }
    }
    speaking = probability >= (speaking ? END : BEGIN);
    since = speaking ? 0 : Math.min(AFTER, since + 1);
    return since < AFTER;
  }

  private static float clean(float sample) {
    return Math.abs(sample) <= 1 ? sample : 0; // written so that NaN is 0 too
  }

  @Override
  public void close() {
    Arrays.fill(chunk, 0); // nothing native to free
  }
}
