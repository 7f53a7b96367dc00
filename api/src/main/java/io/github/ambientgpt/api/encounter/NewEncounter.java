package io.github.ambientgpt.api.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A visit to be kept.
 *
 * @param label what the clinician calls it, in place of a patient's record
 * @param visitedOn the day; today (UTC) when absent
 * @param vocabulary names that are likely to be said, such as the patient's medicines, the most
 *     important first: recognizers that can are told; none when absent
 */
public record NewEncounter(
    @NotBlank @Size(max = 200) String label,
    @Nullable LocalDate visitedOn,
    @Valid @Nullable Consent consent,
    @Size(max = 100) @Nullable List<@NotBlank @Size(max = 60) String> vocabulary) {
  public static NewEncounter of(String label) {
    return new NewEncounter(label, null, null, null);
  }

  /** Without the label, which has no place in a log. */
  @Override
  public String toString() {
    return "NewEncounter";
  }
}
