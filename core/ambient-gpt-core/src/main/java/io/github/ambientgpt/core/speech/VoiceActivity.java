package io.github.ambientgpt.core.speech;

/**
 * Tells frames of a recording in which somebody may be speaking from silence and steady noise. It
 * is given the recording in order, and may learn from it. When in doubt it says speech: what is
 * skipped is lost. For one thread.
 *
 * @since 0.1.0
 */
public interface VoiceActivity extends AutoCloseable {
  /** Samples in a frame: 20 ms. */
  int FRAME = Loudness.FRAME;

  /**
   * Judges the next stretch of the recording.
   *
   * @param samples 16 kHz mono, -1 to 1
   * @param from where the stretch begins
   * @param to where it ends, exclusive; only at the end of the recording may this be no whole frame
   * @return for each frame, whether it may be speech
   */
  boolean[] judge(float[] samples, int from, int to);

  @Override
  void close();

  /** Calls speech whatever is louder than the hiss of an input with no microphone. */
  static VoiceActivity byLoudness() {
    return new VoiceActivity() {
      @Override
      public boolean[] judge(float[] samples, int from, int to) {
        Loudness loudness = Loudness.of(samples, from, to);
        boolean[] speech = new boolean[loudness.frames()];
        for (int i = 0; i < speech.length; i++) {
          speech[i] = !loudness.isNearSilence(i);
        }
        return speech;
      }

      @Override
      public void close() {}
    };
  }
}
