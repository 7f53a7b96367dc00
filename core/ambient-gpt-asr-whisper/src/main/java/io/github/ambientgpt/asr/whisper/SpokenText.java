package io.github.ambientgpt.asr.whisper;

import java.util.regex.Pattern;

/** Whisper's text without what nobody said: {@code [BLANK_AUDIO]}, {@code (music)}, {@code ♪}. */
final class SpokenText {
  /** Whisper sets speech in round brackets too, if seldom: those count only around the whole. */
  private static final Pattern NOISE =
      Pattern.compile("\\[[^\\]]*\\]|<\\|[^|]*\\|>|[♪♫]+|^\\s*(\\([^)]*\\)\\s*)+$|\\*[^*]*\\*");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  private SpokenText() {}

  /** Empty when there is not one letter or number left. */
  static String of(String text) {
    String spoken = blanked(text).strip().replaceAll("\\s+", " ");
    return WORD.matcher(spoken).find() ? spoken : "";
  }

  /** With as many spaces in the place of what nobody said, so that every other letter stays put. */
  static String blanked(String text) {
    return NOISE.matcher(text).replaceAll(noise -> " ".repeat(noise.group().length()));
  }
}
