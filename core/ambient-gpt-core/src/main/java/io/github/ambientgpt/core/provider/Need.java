package io.github.ambientgpt.core.provider;

import java.util.Objects;

/**
 * One thing that a provider needs.
 *
 * @param what such as {@code a Whisper model}
 * @param met whether it is there
 * @param detail when met, which one; when not, a sentence that says how to get it
 * @since 0.1.0
 */
public record Need(String what, boolean met, String detail) {
  public Need {
    Objects.requireNonNull(what, "what");
    Objects.requireNonNull(detail, "detail");
  }

  public static Need met(String what, String which) {
    return new Need(what, true, which);
  }

  public static Need missing(String what, String howToGet) {
    return new Need(what, false, howToGet);
  }
}
