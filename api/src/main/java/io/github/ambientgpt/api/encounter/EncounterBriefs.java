package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.encounter.Encounter.JobBrief;
import io.github.ambientgpt.api.encounter.Encounter.NoteBrief;
import io.github.ambientgpt.api.encounter.Encounter.RecordingBrief;
import io.github.ambientgpt.api.encounter.Encounter.TranscriptBrief;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a list shows of all that belongs to visits: one statement a kind, however many visits. */
@Component
class EncounterBriefs {
  private final JdbcClient jdbc;

  /** What belongs to one visit. */
  record Briefs(
      List<RecordingBrief> recordings,
      @Nullable TranscriptBrief transcript,
      @Nullable NoteBrief note,
      @Nullable JobBrief job) {}

  private record RecordingRow(UUID encounterId, UUID id, String state, @Nullable Double seconds) {}

  private record TranscriptRow(UUID encounterId, UUID id, long version, boolean partial) {}

  private record NoteRow(
      UUID encounterId,
      UUID id,
      String state,
      boolean amends,
      String template,
      int toSettle,
      @Nullable String signedBy,
      @Nullable Instant signedAt,
      long version) {
    NoteBrief brief() {
      String word = amends && state.equals("DRAFT") ? "amended" : word(state);
      return new NoteBrief(id, word, template, toSettle, signedBy, signedAt, version);
    }
  }

  private record JobRow(
      UUID encounterId,
      UUID id,
      String kind,
      String state,
      @Nullable String stage,
      @Nullable Double fraction) {
    boolean shown() {
      return !state.equals("SUCCEEDED") && !state.equals("CANCELLED");
    }
  }

  EncounterBriefs(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<UUID, Briefs> of(Collection<UUID> encounters) {
    if (encounters.isEmpty()) {
      return Map.of();
    }
    Map<UUID, List<RecordingRow>> recordings =
        rows(
                "select encounter_id, id, state, seconds from recording where encounter_id in (:ids) order by created_at, id",
                encounters,
                RecordingRow.class)
            .stream()
            .collect(Collectors.groupingBy(RecordingRow::encounterId));
    Map<UUID, TranscriptRow> transcripts =
        newest(
            rows(
                "select encounter_id, id, version, partial from transcript where encounter_id in (:ids) order by created_at, id",
                encounters,
                TranscriptRow.class),
            TranscriptRow::encounterId);
    Map<UUID, NoteRow> notes =
        newest(
            rows(
                "select encounter_id, id, state, amends, template, to_settle, signed_by, signed_at, version from note where encounter_id in (:ids) order by created_at, id",
                encounters,
                NoteRow.class),
            NoteRow::encounterId);
    Map<UUID, JobRow> jobs =
        newest(
            rows(
                "select encounter_id, id, kind, state, stage, fraction from job where encounter_id in (:ids) order by created_at, id",
                encounters,
                JobRow.class),
            JobRow::encounterId);
    Map<UUID, Briefs> briefs = new HashMap<>();
    for (UUID id : encounters) {
      briefs.put(
          id,
          new Briefs(
              recordings.getOrDefault(id, List.of()).stream()
                  .map(row -> new RecordingBrief(row.id(), word(row.state()), row.seconds()))
                  .toList(),
              brief(transcripts.get(id)),
              notes.containsKey(id) ? notes.get(id).brief() : null,
              brief(jobs.get(id))));
    }
    return briefs;
  }

  private <T> List<T> rows(String sql, Collection<UUID> encounters, Class<T> type) {
    return jdbc.sql(sql).param("ids", encounters).query(type).list();
  }

  /** The last of each visit, in the order of the rows. */
  private static <T> Map<UUID, T> newest(List<T> rows, Function<T, UUID> encounter) {
    return rows.stream()
        .collect(Collectors.toMap(encounter, Function.identity(), (old, young) -> young));
  }

  private static @Nullable TranscriptBrief brief(@Nullable TranscriptRow row) {
    return row == null ? null : new TranscriptBrief(row.id(), row.version(), row.partial());
  }

  private static @Nullable JobBrief brief(@Nullable JobRow row) {
    return row == null || !row.shown()
        ? null
        : new JobBrief(row.id(), row.kind(), word(row.state()), row.stage(), row.fraction());
  }

  private static String word(String state) {
    return state.toLowerCase(Locale.ROOT);
  }
}
