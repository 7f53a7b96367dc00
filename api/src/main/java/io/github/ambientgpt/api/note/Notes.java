package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.transcript.StoredTranscript;
import io.github.ambientgpt.api.transcript.TranscriptChanged;
import io.github.ambientgpt.api.transcript.Transcripts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.transcript.Transcript;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The notes of visits, each with all its versions. A signed one changes no more but by an
 * amendment.
 */
@Service
class Notes {
  private final JdbcClient jdbc;
  private final SealedColumns columns;
  private final Encounters encounters;
  private final Transcripts transcripts;
  private final Checker checker;
  private final CurrentUser user;
  private final Clock clock;

  private record Row(
      UUID id,
      UUID encounterId,
      byte[] content,
      long version,
      Instant createdAt,
      Instant updatedAt) {}

  Notes(
      JdbcClient jdbc,
      SealedColumns columns,
      Encounters encounters,
      Transcripts transcripts,
      Checker checker,
      CurrentUser user,
      Clock clock) {
    this.jdbc = jdbc;
    this.columns = columns;
    this.encounters = encounters;
    this.transcripts = transcripts;
    this.checker = checker;
    this.user = user;
    this.clock = clock;
  }

  /** Keeps a first draft, for the one who asked for it. */
  @Transactional
  public StoredNote keep(User owner, UUID encounter, NoteContent content) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    StoredNote note = new StoredNote(id, encounter, content, 1, now, now);
    jdbc.sql(
            """
            insert into note (id, encounter_id, transcript_id, state, template, to_settle, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, 1, ?, ?)""")
        .params(
            Arrays.asList(
                id,
                encounter,
                content.transcriptId(),
                NoteState.DRAFT.name(),
                content.template(),
                toSettle(content),
                Times.parameter(now),
                Times.parameter(now)))
        .update();
    insertVersion(note, "drafted", owner, null);
    return note;
  }

  private void insertVersion(StoredNote note, String cause, User by, @Nullable UUID changeId) {
    jdbc.sql(
            """
            insert into note_version (note_id, version, content, cause, change_id, user_id, user_name, at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.asList(
                note.id(),
                note.version(),
                columns.record(context(note.encounterId()), note.content()),
                cause,
                changeId,
                by.id(),
                by.name(),
                Times.parameter(note.updatedAt())))
        .update();
  }

  /**
   * @throws ApiException when there is none, or it is not for the current user to see
   */
  StoredNote get(UUID id) {
    StoredNote note = forJob(id);
    encounters.requireVisible(note.encounterId());
    return note;
  }

  /**
   * @throws ApiException when there is none, or it is not for the current user to change
   */
  StoredNote forChange(UUID id) {
    StoredNote note = get(id);
    encounters.requireEditable(note.encounterId());
    return note;
  }

  /**
   * For a job, which works for the one who asked for it.
   *
   * @throws ApiException when it was deleted meanwhile
   */
  StoredNote forJob(UUID id) {
    return query("n.id = ?", "", id).stream()
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("note"));
  }

  List<StoredNote> list(UUID encounter) {
    encounters.requireVisible(encounter);
    return query("n.encounter_id = ?", " order by n.created_at, n.id", encounter);
  }

  private List<StoredNote> query(String where, String order, UUID id) {
    return jdbc
        .sql(
            """
            select n.id, n.encounter_id, v.content, n.version, n.created_at, n.updated_at
            from note n join note_version v on v.note_id = n.id and v.version = n.version where\s"""
                + where
                + order)
        .param(id)
        .query(Row.class)
        .list()
        .stream()
        .map(this::stored)
        .toList();
  }

  List<NoteVersion> versions(UUID id) {
    get(id);
    return jdbc.sql(
            "select version, cause, user_name as \"by\", at from note_version where note_id = ? order by version")
        .param(id)
        .query(NoteVersion.class)
        .list();
  }

  /**
   * @throws ApiException when there is no such version
   */
  StoredNote at(UUID id, long version) {
    StoredNote now = get(id);
    return jdbc.sql(
            """
            select n.id, n.encounter_id, v.content, v.version, n.created_at, v.at as updated_at
            from note n join note_version v on v.note_id = n.id where n.id = ? and v.version = ?""")
        .params(now.id(), version)
        .query(Row.class)
        .optional()
        .map(this::stored)
        .orElseThrow(() -> ApiException.notFound("version"));
  }

  /** The words that a note rests on, in the version that it does; empty when they were deleted. */
  Optional<Transcript> transcript(StoredNote note) {
    UUID id = note.content().transcriptId();
    if (id == null) {
      return Optional.empty();
    }
    try {
      StoredTranscript stored = transcripts.forJob(id);
      return Optional.of(transcripts.at(stored, note.content().transcriptVersion()));
    } catch (ApiException e) {
      return Optional.empty(); // deleted
    }
  }

  /**
   * Changes a draft, and has it checked again.
   *
   * @param cause see {@link NoteVersion}
   */
  @Transactional
  public StoredNote edit(
      UUID id, IfMatch ifMatch, String cause, UnaryOperator<NoteContent> change) {
    StoredNote old = forChange(id);
    if (isKnown(id, ifMatch.changeId())) {
      return old;
    }
    ifMatch.require(old.version());
    requireDraft(old);
    NoteContent changed = checked(change.apply(old.content()), transcript(old));
    return save(old, changed, cause, user.get(), ifMatch.changeId());
  }

  /** Changes a draft as a job found it; for the one who asked for the job. */
  @Transactional
  public StoredNote editForJob(
      User owner, UUID id, String cause, UnaryOperator<NoteContent> change) {
    StoredNote old = forJob(id);
    requireDraft(old);
    return save(old, checked(change.apply(old.content()), transcript(old)), cause, owner, null);
  }

  NoteContent checked(NoteContent content, Optional<Transcript> transcript) {
    return transcript
        .map(said -> content.checked(checker.check(content.note(), said)))
        .orElse(content);
  }

  /** Changes what is no matter of words: a signature, an amendment. */
  @Transactional
  public StoredNote mark(
      UUID id, IfMatch ifMatch, String cause, UnaryOperator<NoteContent> change) {
    StoredNote old = forChange(id);
    if (isKnown(id, ifMatch.changeId())) {
      return old;
    }
    ifMatch.require(old.version());
    return save(old, change.apply(old.content()), cause, user.get(), ifMatch.changeId());
  }

  private StoredNote save(
      StoredNote old, NoteContent content, String cause, User by, @Nullable UUID changeId) {
    StoredNote changed =
        new StoredNote(
            old.id(),
            old.encounterId(),
            content,
            old.version() + 1,
            old.createdAt(),
            clock.instant());
    new IfMatch(old.version(), null)
        .requireChanged(
            jdbc.sql(
                    """
                    update note set state = ?, to_settle = ?, amends = ?, signed_by = ?, signed_at = ?, version = ?, updated_at = ?
                    where id = ? and version = ?""")
                .params(
                    Arrays.asList(
                        (changed.signed() ? NoteState.SIGNED : NoteState.DRAFT).name(),
                        toSettle(content),
                        content.amendment() != null,
                        changed.signed() ? content.signature().name() : null,
                        changed.signed() ? Times.parameter(content.signature().at()) : null,
                        changed.version(),
                        Times.parameter(changed.updatedAt()),
                        old.id(),
                        old.version()))
                .update());
    insertVersion(changed, cause, by, changeId);
    return changed;
  }

  private static int toSettle(NoteContent content) {
    return (int) SignReview.toSettle(content).count();
  }

  private static void requireDraft(StoredNote note) {
    if (note.signed()) {
      throw new ApiException(
          ProblemType.NOTE_SIGNED,
          "The note is signed, so it changes no more: amend it, which makes it a draft again and keeps what was signed.");
    }
  }

  private boolean isKnown(UUID id, @Nullable UUID changeId) {
    return changeId != null
        && jdbc.sql("select count(*) from note_version where note_id = ? and change_id = ?")
                .params(id, changeId)
                .query(Long.class)
                .single()
            > 0;
  }

  /** A draft that was never signed. */
  @Transactional
  public void delete(UUID id, IfMatch ifMatch) {
    StoredNote old = forChange(id);
    ifMatch.require(old.version());
    requireDraft(old);
    if (old.content().amendment() != null) {
      throw new ApiException(
          ProblemType.NOTE_SIGNED,
          "The note was signed, so it is not deleted: drop the amendment instead.");
    }
    ifMatch.requireChanged(
        jdbc.sql("delete from note where id = ? and version = ?")
            .params(id, ifMatch.version())
            .update());
  }

  /** Drafts rest on the newest words; what is signed keeps those it was signed by. */
  @EventListener
  void check(TranscriptChanged change) {
    StoredTranscript transcript = change.transcript();
    for (StoredNote note :
        query("n.state = 'DRAFT' and n.transcript_id = ?", "", transcript.id())) {
      NoteContent moved = note.content().withTranscript(transcript.id(), transcript.version());
      save(
          note,
          checked(moved, Optional.of(transcript.transcript())),
          "transcript-edited",
          change.by(),
          null);
    }
  }

  private StoredNote stored(Row row) {
    return new StoredNote(
        row.id(),
        row.encounterId(),
        columns.record(context(row.encounterId()), row.content(), NoteContent.class),
        row.version(),
        row.createdAt(),
        row.updatedAt());
  }

  private static Seal.Context context(UUID encounter) {
    return new Seal.Context(encounter, "note");
  }
}
