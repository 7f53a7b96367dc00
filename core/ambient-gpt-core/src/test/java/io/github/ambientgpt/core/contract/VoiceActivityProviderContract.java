package io.github.ambientgpt.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.provider.VoiceActivityProvider;
import io.github.ambientgpt.core.speech.VoiceActivity;
import org.junit.jupiter.api.Test;

/**
 * What a provider of voice activity detectors promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class VoiceActivityProviderContract extends ProviderContract<VoiceActivity> {
  protected VoiceActivityProviderContract() {
    super(VoiceActivityProvider.class);
  }

  @Override
  protected abstract VoiceActivityProvider provider();

  @Test
  void judgesEveryFrameAndTheShortOneAtTheEnd() {
    try (VoiceActivity activity = provider().create(ready())) {
      float[] samples = Samples.noise(1, 0.1, 1);
      assertThat(activity.judge(samples, 0, 10 * VoiceActivity.FRAME)).hasSize(10);
      assertThat(activity.judge(samples, 0, 0)).isEmpty();
      assertThat(activity.judge(samples, 0, VoiceActivity.FRAME + 7)).hasSize(2);
    }
  }

  @Test
  void hearsSpeechAndNoneInSilence() {
    try (VoiceActivity activity = provider().create(ready())) {
      float[] silence = Samples.silence(5);
      float[] speech = Samples.jfk();

      assertThat(share(activity.judge(silence, 0, silence.length))).isZero();
      assertThat(share(activity.judge(speech, 0, speech.length))).isGreaterThan(0.5);
    }
  }

  @Test
  void mayBeClosedTwice() {
    VoiceActivity activity = provider().create(ready());
    activity.close();
    activity.close();
  }

  private static double share(boolean[] frames) {
    int speech = 0;
    for (boolean frame : frames) {
      speech += frame ? 1 : 0;
    }
    return (double) speech / frames.length;
  }
}
