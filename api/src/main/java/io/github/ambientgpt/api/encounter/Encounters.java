package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Reads;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import io.github.ambientgpt.core.speech.CustomVocabulary;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The visits, and who may see which. Everything that belongs to a visit asks here first. */
@Service
public class Encounters {
  private final JdbcClient jdbc;
  private final Reads reads;
  private final SealedColumns columns;
  private final Seal seal;
  private final SearchIndex index;
  private final CurrentUser user;
  private final Clock clock;
  private final EncounterBriefs briefs;
  private final EncounterAccess access;
  private final ObjectProvider<EncounterPart> parts;

  private record Row(
      UUID id,
      UUID ownerId,
      byte[] label,
      LocalDate visitedOn,
      byte @Nullable [] consent,
      byte @Nullable [] vocabulary,
      long version,
      Instant createdAt,
      Instant updatedAt) {}

  /**
   * @param parts asked for when one is deleted: they know the encounters. (Not by {@code @Lazy},
   *     for which the ahead-of-time build makes a proxy that does not start.)
   */
  Encounters(
      JdbcClient jdbc,
      Reads reads,
      SealedColumns columns,
      Seal seal,
      SearchIndex index,
      CurrentUser user,
      Clock clock,
      EncounterBriefs briefs,
      EncounterAccess access,
      ObjectProvider<EncounterPart> parts) {
    this.jdbc = jdbc;
    this.reads = reads;
    this.columns = columns;
    this.seal = seal;
    this.index = index;
    this.user = user;
    this.clock = clock;
    this.briefs = briefs;
    this.access = access;
    this.parts = parts;
  }

  @Transactional
  public Encounter create(NewEncounter wanted) {
    UUID id = Ids.next();
    UUID owner = user.get().id();
    Instant now = clock.instant();
    LocalDate day =
        wanted.visitedOn() == null ? LocalDate.ofInstant(now, ZoneOffset.UTC) : wanted.visitedOn();
    Consent consent = wanted.consent() == null ? null : wanted.consent().at(now);
    jdbc.sql(
            """
            insert into encounter
              (id, owner_id, label, visited_on, consent, vocabulary, version, created_at, updated_at)
            values (?, ?, ?, ?, ?, ?, 1, ?, ?)\
            """)
        .params(
            Arrays.asList(
                id,
                owner,
                columns.text(label(id), wanted.label()),
                day,
                sealed(id, consent),
                sealed(id, wanted.vocabulary()),
                Times.parameter(now),
                Times.parameter(now)))
        .update();
    index.put(owner, id, id, wanted.label());
    return get(id);
  }

  /**
   * @throws ApiException when there is none, or it is not for the current user to see
   */
  public Encounter get(UUID id) {
    return view(List.of(row(id))).get(0);
  }

  /**
   * @return whose it is
   * @throws ApiException when the current user may not change what belongs to it, or not even see
   *     it
   */
  public UUID requireEditable(UUID id) {
    UUID owner = row(id).ownerId();
    access.requireEditable(owner, id);
    return owner;
  }

  /**
   * For a job, too.
   *
   * @return whose it is, whoever asks
   * @throws ApiException when it was deleted meanwhile
   */
  public UUID owner(UUID id) {
    return jdbc.sql("select owner_id from encounter where id = ?")
        .param(id)
        .query(UUID.class)
        .optional()
        .orElseThrow(() -> ApiException.notFound("encounter"));
  }

  private void requireOwn(UUID id) {
    access.requireOwn(row(id).ownerId());
  }

  /**
   * @return whose it is
   * @throws ApiException when there is none, or it is not for the current user to see
   */
  public UUID requireVisible(UUID id) {
    return row(id).ownerId();
  }

  /**
   * For a job, which works for the one who asked for it.
   *
   * @throws ApiException when it was deleted meanwhile
   */
  public Encounter forJob(UUID id) {
    return jdbc.sql("select * from encounter where id = ?")
        .param(id)
        .query(Row.class)
        .optional()
        .map(row -> view(List.of(row), Map.of()).get(0))
        .orElseThrow(() -> ApiException.notFound("encounter"));
  }

  private Row row(UUID id) {
    Row row =
        access
            .bound(
                jdbc.sql("select * from encounter where id = :id and " + EncounterAccess.VISIBLE))
            .param("id", id)
            .query(Row.class)
            .optional()
            .orElseThrow(() -> ApiException.notFound("encounter"));
    access.looked(row.ownerId(), id);
    return row;
  }

  Page<Encounter> list(EncounterQuery query, PageQuery page) {
    List<List<byte[]>> terms =
        query.q() == null
            ? List.of()
            : index.terms(access.owners(), query.q()).stream().limit(20).toList();
    if (query.q() != null && !query.q().isBlank() && terms.isEmpty()) {
      return Page.of(List.of(), page, 0);
    }
    return reads.together(() -> list(query, page, terms));
  }

  private Page<Encounter> list(EncounterQuery query, PageQuery page, List<List<byte[]>> terms) {
    String matching = matching(query, terms);
    String order = " order by " + query.order();
    String first = matching + order + " limit :first)";
    List<Row> rows =
        bound(
                "(select * from encounter where "
                    + EncounterAccess.OWN
                    + first
                    + " union all (select * from encounter where "
                    + EncounterAccess.OTHERS
                    + first
                    + order
                    + " limit :size offset :offset",
                query,
                terms)
            .param("first", page.offset() + page.size())
            .param("size", page.size())
            .param("offset", page.offset())
            .query(Row.class)
            .list();
    long total =
        bound(
                "select (select count(*) from encounter where "
                    + EncounterAccess.OWN
                    + matching
                    + ") + (select count(*) from encounter where "
                    + EncounterAccess.OTHERS
                    + matching
                    + ")",
                query,
                terms)
            .query(Long.class)
            .single();
    return Page.of(view(rows), page, total);
  }

  private static String matching(EncounterQuery query, List<List<byte[]>> terms) {
    StringBuilder matching = new StringBuilder();
    if (query.from() != null) {
      matching.append(" and visited_on >= :from");
    }
    if (query.to() != null) {
      matching.append(" and visited_on <= :to");
    }
    if (query.state() != null) {
      matching.append(" and exists ").append(query.belonging());
    }
    for (int i = 0; i < terms.size(); i++) {
      matching
          .append(
              " and exists (select 1 from search_term t where t.encounter_id = encounter.id and"
                  + " t.term in (:term")
          .append(i)
          .append("))");
    }
    return matching.toString();
  }

  private JdbcClient.StatementSpec bound(
      String sql, EncounterQuery query, List<List<byte[]>> terms) {
    JdbcClient.StatementSpec statement = access.bound(jdbc.sql(sql));
    if (query.from() != null) {
      statement = statement.param("from", query.from());
    }
    if (query.to() != null) {
      statement = statement.param("to", query.to());
    }
    for (int i = 0; i < terms.size(); i++) {
      statement = statement.param("term" + i, terms.get(i));
    }
    return statement;
  }

  @Transactional
  Encounter update(UUID id, EncounterChange change, IfMatch ifMatch) {
    Encounter old = get(id);
    requireEditable(id);
    ifMatch.require(old.version());
    Instant now = clock.instant();
    return save(
        id,
        ifMatch,
        change.label() == null ? old.label() : change.label(),
        change.visitedOn() == null ? old.visitedOn() : change.visitedOn(),
        change.consent() == null ? old.consent() : change.consent().at(now),
        change.vocabulary() == null ? old.vocabulary() : change.vocabulary());
  }

  @Transactional
  Encounter withdrawConsent(UUID id, IfMatch ifMatch) {
    Encounter old = get(id);
    requireEditable(id);
    ifMatch.require(old.version());
    return save(id, ifMatch, old.label(), old.visitedOn(), null, old.vocabulary());
  }

  private Encounter save(
      UUID id,
      IfMatch ifMatch,
      String label,
      LocalDate visitedOn,
      @Nullable Consent consent,
      List<String> vocabulary) {
    int rows =
        jdbc.sql(
                """
                update encounter set label = ?, visited_on = ?, consent = ?, vocabulary = ?, version = version + 1, updated_at = ?
                where id = ? and version = ?\
                """)
            .params(
                Arrays.asList(
                    columns.text(label(id), label),
                    visitedOn,
                    sealed(id, consent),
                    sealed(id, vocabulary),
                    Times.parameter(clock.instant()),
                    id,
                    ifMatch.version()))
            .update();
    ifMatch.requireChanged(rows);
    index.put(requireVisible(id), id, id, label);
    return get(id);
  }

  /** With all that belongs to it. */
  @Transactional
  void delete(UUID id, IfMatch ifMatch) {
    Encounter old = get(id);
    requireOwn(id);
    ifMatch.require(old.version());
    List<Runnable> after = parts.orderedStream().map(part -> part.deleting(id)).toList();
    int rows =
        jdbc.sql("delete from encounter where id = ? and version = ?")
            .params(id, ifMatch.version())
            .update();
    ifMatch.requireChanged(rows);
    seal.forget(id);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            after.forEach(Runnable::run);
          }
        });
  }

  private List<Encounter> view(List<Row> rows) {
    return view(rows, Map.of(user.get().id(), user.get().name()));
  }

  /**
   * @param known what people are called of whom that is known
   */
  private List<Encounter> view(List<Row> rows, Map<UUID, String> known) {
    return reads.together(
        () -> {
          List<UUID> ids = rows.stream().map(Row::id).toList();
          Map<UUID, EncounterBriefs.Briefs> belonging = briefs.of(ids);
          seal.expect(ids);
          Map<UUID, String> names =
              access.names(
                  rows.stream()
                      .map(Row::ownerId)
                      .filter(owner -> !known.containsKey(owner))
                      .collect(Collectors.toSet()));
          names.putAll(known);
          return rows.stream()
              .map(row -> view(row, belonging.get(row.id()), names.getOrDefault(row.ownerId(), "")))
              .toList();
        });
  }

  private Encounter view(Row row, EncounterBriefs.Briefs belonging, String owner) {
    UUID id = row.id();
    return new Encounter(
        id,
        new User(row.ownerId(), owner),
        columns.text(label(id), row.label()),
        row.visitedOn(),
        row.consent() == null ? null : columns.record(consent(id), row.consent(), Consent.class),
        names(row),
        belonging.recordings(),
        belonging.transcript(),
        belonging.note(),
        belonging.job(),
        row.version(),
        row.createdAt(),
        row.updatedAt());
  }

  /**
   * For a job, too.
   *
   * @return names that are likely to be said in it
   * @throws ApiException when it was deleted meanwhile
   */
  public CustomVocabulary vocabulary(UUID id) {
    return jdbc.sql("select * from encounter where id = ?")
        .param(id)
        .query(Row.class)
        .optional()
        .map(row -> new CustomVocabulary(names(row)))
        .orElseThrow(() -> ApiException.notFound("encounter"));
  }

  private List<String> names(Row row) {
    return row.vocabulary() == null
        ? List.of()
        : List.of(columns.record(vocabularyOf(row.id()), row.vocabulary(), String[].class));
  }

  private byte @Nullable [] sealed(UUID id, @Nullable Consent consent) {
    return consent == null ? null : columns.record(consent(id), consent);
  }

  private byte @Nullable [] sealed(UUID id, @Nullable List<String> vocabulary) {
    return vocabulary == null || vocabulary.isEmpty()
        ? null
        : columns.record(vocabularyOf(id), vocabulary);
  }

  private static Seal.Context label(UUID id) {
    return new Seal.Context(id, "label");
  }

  private static Seal.Context vocabularyOf(UUID id) {
    return new Seal.Context(id, "vocabulary");
  }

  private static Seal.Context consent(UUID id) {
    return new Seal.Context(id, "consent");
  }
}
