package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.user.User;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One visit.
 *
 * @param owner the clinician that it belongs to; others see it when they shared it
 * @param label what the clinician calls it, in place of a patient's record
 * @param consent the agreement to be recorded; absent when none was noted
 * @param vocabulary names that are likely to be said; recognizers that can are told
 * @param recordings the oldest first
 * @param transcript the newest; absent when there is none
 * @param note the newest; absent when there is none
 * @param job the newest, while it waits, runs or has failed
 * @param version its ETag, without the quotes; of the visit itself, not of what belongs to it
 */
public record Encounter(
    UUID id,
    User owner,
    String label,
    LocalDate visitedOn,
    @Nullable Consent consent,
    List<String> vocabulary,
    List<RecordingBrief> recordings,
    @Nullable TranscriptBrief transcript,
    @Nullable NoteBrief note,
    @Nullable JobBrief job,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  /**
   * @param seconds how long it is; absent when that is not known
   */
  public record RecordingBrief(
      UUID id,
      @Schema(allowableValues = {"receiving", "complete"}) String state,
      @Nullable Double seconds) {}

  /**
   * @param partial true when the recognizer failed before the recording's end
   */
  public record TranscriptBrief(UUID id, long version, boolean partial) {}

  /**
   * @param state amended while a note that was signed is a draft again
   * @param toSettle how many statements the visit does not support and nobody settled
   */
  public record NoteBrief(
      UUID id,
      @Schema(allowableValues = {"draft", "signed", "amended"}) String state,
      String template,
      int toSettle,
      @Nullable String signedBy,
      @Nullable Instant signedAt,
      long version) {}

  /**
   * @param fraction of the stage, 0 to 1; absent when it cannot be known
   */
  public record JobBrief(
      UUID id,
      String kind,
      @Schema(allowableValues = {"queued", "running", "failed"}) String state,
      @Nullable String stage,
      @Nullable Double fraction) {}

  /** Without the label, which has no place in a log. */
  @Override
  public String toString() {
    return "Encounter[" + id + "]";
  }
}
