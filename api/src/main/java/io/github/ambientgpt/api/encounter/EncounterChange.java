package io.github.ambientgpt.api.encounter;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be another; what is absent stays. A consent is taken back by a route of its own. */
record EncounterChange(
    @Size(min = 1, max = 200) @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank")
        @Nullable String label,
    @Nullable LocalDate visitedOn,
    @Valid @Nullable Consent consent,
    @Size(max = 100) @Nullable List<@NotBlank @Size(max = 60) String> vocabulary) {
  /** Without the label, which has no place in a log. */
  @Override
  public String toString() {
    return "EncounterChange";
  }
}
