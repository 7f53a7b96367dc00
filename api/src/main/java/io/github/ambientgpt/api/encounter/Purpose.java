package io.github.ambientgpt.api.encounter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Why an admin reads a visit of somebody else's; it stands in the audit log. */
enum Purpose {
  @JsonProperty("patient-safety")
  PATIENT_SAFETY,
  @JsonProperty("legal")
  LEGAL,
  @JsonProperty("complaint")
  COMPLAINT,
  @JsonProperty("technical")
  TECHNICAL,
  @JsonProperty("other")
  OTHER;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
