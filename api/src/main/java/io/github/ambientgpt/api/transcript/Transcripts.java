package io.github.ambientgpt.api.transcript;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.encounter.SearchIndex;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.TranscriptFormat;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The transcripts of visits, each with all its versions. */
@Service
public class Transcripts {
  private static final String NAME = "The transcript";

  private final JdbcClient jdbc;
  private final SealedColumns columns;
  private final Encounters encounters;
  private final SearchIndex index;
  private final ApplicationEventPublisher events;
  private final CurrentUser user;
  private final Clock clock;

  private record Row(
      UUID id,
      UUID encounterId,
      @Nullable UUID recordingId,
      byte[] content,
      boolean partial,
      long version,
      Instant createdAt,
      Instant updatedAt) {}

  Transcripts(
      JdbcClient jdbc,
      SealedColumns columns,
      Encounters encounters,
      SearchIndex index,
      ApplicationEventPublisher events,
      CurrentUser user,
      Clock clock) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.encounters = encounters;
    this.index = index;
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  /**
   * Keeps what a recognizer made, for the one who asked for it.
   *
   * @param partial true when it failed before the recording's end
   */
  @Transactional
  public StoredTranscript keep(
      User owner,
      UUID encounter,
      @Nullable UUID recording,
      Transcript transcript,
      boolean partial) {
    return insert(owner, encounter, recording, transcript, partial, "made");
  }

  /**
   * Takes a transcript in any form that is read here.
   *
   * @throws InvalidInputException when it is none
   */
  @Transactional
  public StoredTranscript importText(UUID encounter, String text) {
    encounters.requireEditable(encounter);
    Transcript transcript = TranscriptReader.parse(text, NAME);
    return insert(user.get(), encounter, null, transcript, false, "imported");
  }

  private StoredTranscript insert(
      User owner,
      UUID encounter,
      @Nullable UUID recording,
      Transcript transcript,
      boolean partial,
      String cause) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    StoredTranscript stored =
        new StoredTranscript(id, encounter, recording, transcript, partial, 1, now, now);
    byte[] content = content(stored);
    jdbc.sql(
            """
            insert into transcript (id, encounter_id, recording_id, content, partial, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, 1, ?, ?)""")
        .params(
            Arrays.asList(
                id,
                encounter,
                recording,
                content,
                partial,
                Times.parameter(now),
                Times.parameter(now)))
        .update();
    insertVersion(stored, content, cause, owner, null);
    index(encounters.owner(encounter), stored);
    return stored;
  }

  private void insertVersion(
      StoredTranscript stored, byte[] content, String cause, User by, @Nullable UUID changeId) {
    jdbc.sql(
            """
            insert into transcript_version (transcript_id, version, content, cause, change_id, user_id, user_name, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.asList(
                stored.id(),
                stored.version(),
                content,
                cause,
                changeId,
                by.id(),
                by.name(),
                Times.parameter(stored.updatedAt())))
        .update();
  }

  private void index(UUID owner, StoredTranscript stored) {
    String words =
        stored.transcript().utterances().stream()
            .map(Utterance::text)
            .collect(Collectors.joining("\n"));
    index.put(owner, stored.encounterId(), stored.id(), words);
  }

  /**
   * @throws ApiException when there is none, or it is not for the current user to see
   */
  public StoredTranscript get(UUID id) {
    StoredTranscript stored = forJob(id);
    encounters.requireVisible(stored.encounterId());
    return stored;
  }

  /**
   * For a job, which works for the one who asked for it.
   *
   * @throws ApiException when it was deleted meanwhile
   */
  public StoredTranscript forJob(UUID id) {
    return jdbc.sql("select * from transcript where id = ?")
        .param(id)
        .query(Row.class)
        .optional()
        .map(this::stored)
        .orElseThrow(() -> ApiException.notFound("transcript"));
  }

  /** The one that a visit's note is written from when none is named: the newest. */
  public Optional<StoredTranscript> newest(UUID encounter) {
    return jdbc.sql(
            "select * from transcript where encounter_id = ? order by created_at desc, id desc limit 1")
        .param(encounter)
        .query(Row.class)
        .optional()
        .map(this::stored);
  }

  List<StoredTranscript> list(UUID encounter) {
    encounters.requireVisible(encounter);
    return jdbc
        .sql("select * from transcript where encounter_id = ? order by created_at, id")
        .param(encounter)
        .query(Row.class)
        .list()
        .stream()
        .map(this::stored)
        .toList();
  }

  List<TranscriptVersion> versions(UUID id) {
    get(id);
    return jdbc.sql(
            "select version, cause, user_name as \"by\", at from transcript_version where transcript_id = ? order by version")
        .param(id)
        .query(TranscriptVersion.class)
        .list();
  }

  /**
   * The words as they stood in a version. Who may see the transcript is the caller's to ask.
   *
   * @throws ApiException when there is no such version
   */
  public Transcript at(StoredTranscript stored, long version) {
    return version == stored.version()
        ? stored.transcript()
        : jdbc.sql("select content from transcript_version where transcript_id = ? and version = ?")
            .params(stored.id(), version)
            .query(byte[].class)
            .optional()
            .map(content -> transcript(stored.encounterId(), content))
            .orElseThrow(() -> ApiException.notFound("version"));
  }

  /**
   * Makes a new version of it.
   *
   * @param cause see {@link TranscriptVersion}
   */
  @Transactional
  public StoredTranscript edit(
      UUID id, IfMatch ifMatch, String cause, UnaryOperator<Transcript> change) {
    StoredTranscript old = get(id);
    UUID owner = encounters.requireEditable(old.encounterId());
    if (isKnown(id, ifMatch.changeId())) {
      return old;
    }
    ifMatch.require(old.version());
    StoredTranscript changed =
        new StoredTranscript(
            id,
            old.encounterId(),
            old.recordingId(),
            change.apply(old.transcript()),
            old.partial(),
            old.version() + 1,
            old.createdAt(),
            clock.instant());
    byte[] content = content(changed);
    ifMatch.requireChanged(
        jdbc.sql(
                "update transcript set content = ?, version = ?, updated_at = ? where id = ? and version = ?")
            .params(
                content, changed.version(), Times.parameter(changed.updatedAt()), id, old.version())
            .update());
    User by = user.get();
    insertVersion(changed, content, cause, by, ifMatch.changeId());
    index(owner, changed);
    events.publishEvent(new TranscriptChanged(changed, by));
    return changed;
  }

  private boolean isKnown(UUID id, @Nullable UUID changeId) {
    return changeId != null
        && jdbc.sql(
                    "select count(*) from transcript_version where transcript_id = ? and change_id = ?")
                .params(id, changeId)
                .query(Long.class)
                .single()
            > 0;
  }

  @Transactional
  void delete(UUID id, IfMatch ifMatch) {
    StoredTranscript old = get(id);
    encounters.requireEditable(old.encounterId());
    ifMatch.require(old.version());
    index.remove(id);
    ifMatch.requireChanged(
        jdbc.sql("delete from transcript where id = ? and version = ?")
            .params(id, ifMatch.version())
            .update());
  }

  private StoredTranscript stored(Row row) {
    return new StoredTranscript(
        row.id(),
        row.encounterId(),
        row.recordingId(),
        transcript(row.encounterId(), row.content()),
        row.partial(),
        row.version(),
        row.createdAt(),
        row.updatedAt());
  }

  private byte[] content(StoredTranscript stored) {
    return columns.text(
        context(stored.encounterId()), TranscriptFormat.JSON.write(stored.transcript()));
  }

  /**
   * A recognizer that heard nothing made a transcript without utterances, which no reader takes.
   */
  private Transcript transcript(UUID encounter, byte[] content) {
    return TranscriptReader.parse(columns.text(context(encounter), content), NAME);
  }

  private static Seal.Context context(UUID encounter) {
    return new Seal.Context(encounter, "transcript");
  }
}
