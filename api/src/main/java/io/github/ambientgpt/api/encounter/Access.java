package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.user.User;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody besides its clinician who sees a visit, or saw it.
 *
 * @param kind share: its clinician gave it; break-glass: an admin took it
 * @param purpose of breaking the glass; absent for a share
 * @param reason of breaking the glass, in the admin's words; absent for a share
 * @param until when it ends or ended; absent when it does not
 */
record Access(
    User user,
    @Schema(allowableValues = {"share", "break-glass"}) String kind,
    boolean mayEdit,
    @Nullable Purpose purpose,
    @Nullable String reason,
    Instant at,
    @Nullable Instant until) {
  /** Without the reason, which may name a patient. */
  @Override
  public String toString() {
    return "Access[" + kind + "]";
  }
}
