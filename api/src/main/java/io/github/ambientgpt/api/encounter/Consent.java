package io.github.ambientgpt.api.encounter;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An agreement to be recorded.
 *
 * @param givenBy who agreed, as the clinician wrote it
 * @param wording what they were asked
 * @param givenAt when; now when absent
 */
public record Consent(
    @NotBlank @Size(max = 200) String givenBy,
    @NotBlank @Size(max = 2000) String wording,
    @Nullable Instant givenAt) {
  Consent at(Instant now) {
    return givenAt == null ? new Consent(givenBy, wording, now) : this;
  }

  /** Without the name, which has no place in a log. */
  @Override
  public String toString() {
    return "Consent[" + givenAt + "]";
  }
}
