package io.github.ambientgpt.audio;

import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a recording is, as found in its content; its name and extension have no say.
 *
 * @param container such as {@code wav}, {@code mp3}, {@code m4a}, {@code mp4}, {@code ogg}, {@code
 *     webm}, {@code flac}
 * @param codec FFmpeg's name of the codec, such as {@code pcm_s16le}, {@code aac}, {@code opus}
 * @param channels at least 1
 * @param sampleRate of the recording, in Hz; it is decoded to 16 kHz all the same
 * @param duration in seconds, when the container says it or it follows from a constant bit rate
 * @since 0.1.0
 */
public record AudioProperties(
    String container, String codec, int channels, int sampleRate, OptionalDouble duration) {
  public AudioProperties {
    Objects.requireNonNull(container, "container");
    Objects.requireNonNull(codec, "codec");
    Objects.requireNonNull(duration, "duration");
  }

  /** Container and codec, such as {@code wav/pcm_s16le} or {@code webm/opus}. */
  public String format() {
    return container + "/" + codec;
  }

  /** One line for a person, such as {@code webm/opus, 1 channel, 48000 Hz, 12.5 s}. */
  public String describe() {
    String line =
        "%s, %d %s, %d Hz"
            .formatted(format(), channels, channels == 1 ? "channel" : "channels", sampleRate);
    return duration.isPresent()
        ? line + String.format(Locale.ROOT, ", %.1f s", duration.getAsDouble())
        : line;
  }
}
