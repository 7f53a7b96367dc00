package io.github.ambientgpt.api.recording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Audio of a visit, as received.
 *
 * @param name as the sender called the file
 * @param container such as {@code webm}; absent until it is complete, like all that follows
 * @param seconds how long it is, when its content says so
 * @param size in bytes
 * @param sha256 of its bytes, in small hexadecimal digits
 * @param version its ETag, without the quotes
 */
public record Recording(
    UUID id,
    UUID encounterId,
    State state,
    String name,
    @Nullable String container,
    @Nullable String codec,
    @Nullable Integer channels,
    @Nullable Integer sampleRate,
    @Nullable Double seconds,
    long size,
    @Nullable String sha256,
    long version,
    Instant createdAt) {
  /** Whether all of it is there. */
  public enum State {
    /** It is being recorded or sent. */
    RECEIVING,
    COMPLETE;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Without the name, which may be a patient's. */
  @Override
  public String toString() {
    return "Recording[" + id + ", " + state + "]";
  }
}
