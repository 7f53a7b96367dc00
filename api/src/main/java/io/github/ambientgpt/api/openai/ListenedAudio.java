package io.github.ambientgpt.api.openai;

import io.github.ambientgpt.core.speech.AudioStream;
import java.util.OptionalDouble;

/** Audio that counts how much of it was read; closing it leaves what it reads open. */
final class ListenedAudio implements AudioStream {
  private final AudioStream audio;
  private long samples;

  ListenedAudio(AudioStream audio) {
    this.audio = audio;
  }

  @Override
  public int read(float[] buffer, int offset, int length) {
    int count = audio.read(buffer, offset, length);
    samples += Math.max(0, count);
    return count;
  }

  double seconds() {
    return (double) samples / SAMPLE_RATE;
  }

  @Override
  public OptionalDouble duration() {
    return audio.duration();
  }

  @Override
  public void close() {}
}
