package io.github.ambientgpt.suggestion;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a visit beside its words.
 *
 * @param patient whether the practice has seen the patient within three years; empty when that is
 *     not known
 * @param minutes the clinician's whole time on the day of the visit; empty when that is not known
 * @since 0.1.0
 */
public record VisitDetails(Optional<Patient> patient, OptionalInt minutes) {
  /** Nothing is known. */
  public static final VisitDetails UNKNOWN =
      new VisitDetails(Optional.empty(), OptionalInt.empty());

  /** Whether the practice knows the patient. */
  public enum Patient {
    NEW,
    ESTABLISHED
  }

  public VisitDetails {
    Objects.requireNonNull(patient, "patient");
    if (minutes.isPresent() && (minutes.getAsInt() < 1 || minutes.getAsInt() > 24 * 60)) {
      throw new IllegalArgumentException(
          "A visit has 1 to 1440 minutes, but not " + minutes.getAsInt());
    }
  }
}
