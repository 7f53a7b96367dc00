package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.time.Duration;
import java.util.Locale;

/** Every way in which a recording cannot be used, in words. */
final class Refusals {
  private static final String GIVE = "Give a WAV, MP3, M4A, OGG, WebM or FLAC file.";

  private Refusals() {}

  static InvalidInputException missing(String name) {
    return refuse("There is no file '%s'. Check its name and folder.", name);
  }

  static InvalidInputException folder(String name) {
    return refuse("'%s' is a folder. Name a recording in it.", name);
  }

  static InvalidInputException unreadable(String name, Exception cause) {
    return new InvalidInputException(
        "'%s' cannot be opened (%s). Check that you may read it."
            .formatted(name, cause.getClass().getSimpleName()),
        cause);
  }

  static InvalidInputException empty(String name) {
    return refuse("'%s' is empty (0 bytes): nothing was recorded or copied. " + GIVE, name);
  }

  static InvalidInputException foreign(String name, Signature signature) {
    return refuse(
        "'%s' is %s, not a recording that can be decoded. " + GIVE, name, signature.description());
  }

  static InvalidInputException unknown(String name) {
    return refuse(
        "'%s' is no recording in a known format, or it is damaged beyond recognition. " + GIVE,
        name);
  }

  static InvalidInputException damaged(String name, Signature signature) {
    return refuse(
        "'%s' starts like %s, but it is damaged or cut off so early that no sound can be decoded."
            + " Copy it again from where it was recorded.",
        name, signature.description());
  }

  static InvalidInputException withoutIndex(String name) {
    return refuse(
        "'%s' is an MP4 or M4A file without its index (moov), which is written when a recording"
            + " ends: it was cut off. Copy it again; if the original is like that too, a repair"
            + " tool such as untrunc can rebuild the index. Keep the file.",
        name);
  }

  static InvalidInputException withoutSound(String name, boolean video) {
    return video
        ? refuse("'%s' is a video without sound. Give one with sound, or a recording.", name)
        : refuse("'%s' holds no sound track. " + GIVE, name);
  }

  static InvalidInputException codec(String name, String container, String codec) {
    return refuse(
        "'%s' is %s with sound coded as %s, which is not decoded here. Convert it to WAV or FLAC.",
        name, container, codec.equals("none") ? "something unknown" : codec);
  }

  static InvalidInputException layout(String name, int channels, int sampleRate) {
    return refuse(
        "'%s' has %d channel(s) at %d Hz, which cannot be mixed to one channel at 16 kHz. Convert"
            + " it to mono or stereo.",
        name, channels, sampleRate);
  }

  static InvalidInputException noSamples(String name, int damaged) {
    return damaged > 0
        ? refuse(
            "Nothing in '%s' can be decoded: all of its sound is damaged. Copy it again from where"
                + " it was recorded.",
            name)
        : refuse("'%s' is a recording of 0 seconds. Record again.", name);
  }

  static void ifTooLarge(String name, long bytes, long maxBytes) {
    if (bytes > maxBytes) {
      throw refuse(
          "'%s' is larger than the limit of %s. Split it, convert it to M4A, OGG or MP3, or raise"
              + " the limit.",
          name, size(maxBytes));
    }
  }

  static void ifTooLong(String name, double seconds, Duration max) {
    if (seconds > max.toMillis() / 1000.0) {
      throw refuse(
          "'%s' is longer than the limit of %s. Split it, or raise the limit.", name, hours(max));
    }
  }

  private static String size(long bytes) {
    return bytes < 1 << 20
        ? bytes + " bytes"
        : String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
  }

  private static String hours(Duration duration) {
    return duration.toHours() > 0
        ? String.format(Locale.ROOT, "%.1f hours", duration.toMillis() / 3_600_000.0)
        : String.format(Locale.ROOT, "%.1f seconds", duration.toMillis() / 1000.0);
  }

  private static InvalidInputException refuse(String sentence, Object... arguments) {
    return new InvalidInputException(String.format(Locale.ROOT, sentence, arguments));
  }
}
