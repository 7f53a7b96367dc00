package io.github.ambientgpt.audio;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.VoiceActivityProviderContract;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.VoiceActivityProvider;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.VoiceActivity;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SileroProviderTest extends VoiceActivityProviderContract {
  @Override
  protected VoiceActivityProvider provider() {
    return new SileroProvider();
  }

  @Override
  protected Settings ready() {
    return Settings.NONE;
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.empty();
  }

  @Test
  void isTheFirstChoice() {
    try (VoiceActivity activity = Providers.detector()) {
      assertThat(activity).isInstanceOf(SileroActivity.class);
    }
  }

  @ParameterizedTest(name = "speech times {0}")
  @ValueSource(floats = {1, 0.1f, 0.01f, 0.003f})
  void softSpeechIsSpeech(float gain) {
    float[] speech = io.github.ambientgpt.core.contract.Samples.jfk();
    for (int i = 0; i < speech.length; i++) {
      speech[i] *= gain;
    }

    assertThat(seconds(speech)).isBetween(6.0, 10.5);
  }

  @ParameterizedTest(name = "hum of {0} Hz at {1}")
  @CsvSource({"50, 0.1", "60, 0.003", "400, 0.1", "1000, 0.01"})
  void aToneIsNoSpeech(double hertz, double level) {
    float[] tone = new float[20 * AudioStream.SAMPLE_RATE];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (level * Math.sin(2 * Math.PI * hertz * i / AudioStream.SAMPLE_RATE));
    }

    assertThat(seconds(tone)).isZero();
  }

  @ParameterizedTest(name = "at {0}")
  @ValueSource(doubles = {0.1, 0.01, 0.003})
  void clicksAndNoiseAreNoSpeech(double level) {
    Random random = new Random(4);
    float[] noise = new float[20 * AudioStream.SAMPLE_RATE];
    float[] clicks = new float[noise.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (float) (level * random.nextGaussian());
      double decay = Math.exp(-(i % 4000) / 60.0);
      clicks[i] = (float) (3 * level * decay * random.nextGaussian());
    }

    assertThat(seconds(noise)).isZero();
    assertThat(seconds(clicks)).isZero();
  }

  @Test
  void brokenSamplesSpoilNothing() {
    float[] speech = io.github.ambientgpt.core.contract.Samples.jfk();
    speech[100] = Float.NaN;
    speech[200] = Float.POSITIVE_INFINITY;
    speech[300] = 1e30f;

    assertThat(seconds(speech)).isBetween(6.0, 10.5);
  }

  private static double seconds(float[] samples) {
    try (VoiceActivity activity = new SileroActivity()) {
      int frames = 0;
      for (boolean speech : activity.judge(samples, 0, samples.length)) {
        frames += speech ? 1 : 0;
      }
      return (double) frames * VoiceActivity.FRAME / AudioStream.SAMPLE_RATE;
    }
  }
}
