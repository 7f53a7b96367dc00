package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives others a sight of a visit: its clinician for as long as they like, an admin for an hour.
 */
@Service
class Shares {
  static final String SHARE = "SHARE";

  private static final String BREAK_GLASS = "BREAK_GLASS";
  private static final Duration BROKEN = Duration.ofHours(1);

  private final JdbcClient jdbc;
  private final Encounters encounters;
  private final EncounterAccess access;
  private final Accounts accounts;
  private final SealedColumns columns;
  private final AuditLog audit;
  private final CurrentUser user;
  private final Clock clock;

  private record Row(
      UUID accountId,
      String kind,
      boolean mayEdit,
      @Nullable String purpose,
      byte @Nullable [] reason,
      Instant at,
      @Nullable Instant until) {}

  private record Stub(UUID id, UUID ownerId, Instant createdAt, Instant updatedAt) {}

  Shares(
      JdbcClient jdbc,
      Encounters encounters,
      EncounterAccess access,
      Accounts accounts,
      SealedColumns columns,
      AuditLog audit,
      CurrentUser user,
      Clock clock) {
    this.jdbc = jdbc;
    this.encounters = encounters;
    this.access = access;
    this.accounts = accounts;
    this.columns = columns;
    this.audit = audit;
    this.user = user;
    this.clock = clock;
  }

  List<Access> list(UUID encounter) {
    encounters.requireVisible(encounter);
    List<Row> rows =
        jdbc.sql(
                """
                select account_id, kind, may_edit, purpose, reason, at, until from encounter_access
                where encounter_id = ? order by at, account_id""")
            .param(encounter)
            .query(Row.class)
            .list();
    Map<UUID, String> names =
        access.names(rows.stream().map(Row::accountId).collect(Collectors.toSet()));
    return rows.stream()
        .map(
            row ->
                new Access(
                    new User(row.accountId(), names.getOrDefault(row.accountId(), "")),
                    row.kind().equals(SHARE) ? "share" : "break-glass",
                    row.mayEdit(),
                    row.purpose() == null ? null : Purpose.valueOf(row.purpose()),
                    row.reason() == null ? null : columns.text(reason(encounter), row.reason()),
                    row.at(),
                    row.until()))
        .toList();
  }

  @Transactional
  public void share(UUID encounter, UUID with, boolean mayEdit) {
    access.requireOwn(encounters.requireVisible(encounter));
    Account colleague =
        accounts
            .find(with)
            .filter(account -> account.enabled() && account.roles().contains(Role.CLINICIAN))
            .orElseThrow(() -> ApiException.notFound("clinician"));
    if (colleague.id().equals(user.get().id())) {
      throw new ApiException(ProblemType.CONFLICT, "The visit is yours already.");
    }
    give(encounter, with, SHARE, mayEdit, null, null, null);
    audit.record(
        user.get(),
        "encounter.share",
        object(encounter),
        Outcome.DONE,
        (mayEdit ? "to change it: account/" : "to read it: account/") + with);
  }

  @Transactional
  public void unshare(UUID encounter, UUID with) {
    access.requireOwn(encounters.requireVisible(encounter));
    if (remove(encounter, with, SHARE) == 0) {
      throw ApiException.notFound("share");
    }
    audit.record(
        user.get(), "encounter.unshare", object(encounter), Outcome.DONE, "account/" + with);
  }

  /**
   * @return until when the visit can be read
   * @throws ApiException when there is no such visit, or it is the admin's own
   */
  @Transactional
  public Instant breakGlass(UUID encounter, Purpose purpose, String reason) {
    UUID owner =
        jdbc.sql("select owner_id from encounter where id = ?")
            .param(encounter)
            .query(UUID.class)
            .optional()
            .orElseThrow(() -> ApiException.notFound("encounter"));
    UUID admin = user.get().id();
    if (owner.equals(admin)) {
      throw new ApiException(ProblemType.CONFLICT, "The visit is yours already.");
    }
    Instant until = clock.instant().plus(BROKEN);
    give(
        encounter,
        admin,
        BREAK_GLASS,
        false,
        purpose.name(),
        columns.text(reason(encounter), reason),
        until);
    audit.record(
        user.get(), "encounter.break-glass", object(encounter), Outcome.DONE, purpose.word());
    return until;
  }

  private void give(
      UUID encounter,
      UUID account,
      String kind,
      boolean mayEdit,
      @Nullable String purpose,
      byte @Nullable [] reason,
      @Nullable Instant until) {
    remove(encounter, account, kind);
    jdbc.sql(
            """
            insert into encounter_access (encounter_id, account_id, kind, may_edit, purpose, reason, at, until)
            values (?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Arrays.asList(
                encounter,
                account,
                kind,
                mayEdit,
                purpose,
                reason,
                Times.parameter(clock.instant()),
                Times.parameter(until)))
        .update();
  }

  private int remove(UUID encounter, UUID account, String kind) {
    return jdbc.sql(
            "delete from encounter_access where encounter_id = ? and account_id = ? and kind = ?")
        .params(encounter, account, kind)
        .update();
  }

  /** All visits there are, for an admin. */
  Page<EncounterStub> stubs(PageQuery page) {
    List<Stub> rows =
        jdbc.sql(
                "select id, owner_id, created_at, updated_at from encounter order by created_at desc, id limit ? offset ?")
            .params(page.size(), page.offset())
            .query(Stub.class)
            .list();
    Map<UUID, String> names =
        access.names(rows.stream().map(Stub::ownerId).collect(Collectors.toSet()));
    long total = jdbc.sql("select count(*) from encounter").query(Long.class).single();
    return Page.of(
        rows.stream()
            .map(
                row ->
                    new EncounterStub(
                        row.id(),
                        new User(row.ownerId(), names.getOrDefault(row.ownerId(), "")),
                        row.createdAt(),
                        row.updatedAt()))
            .toList(),
        page,
        total);
  }

  private static String object(UUID encounter) {
    return "encounter/" + encounter;
  }

  private static Seal.Context reason(UUID encounter) {
    return new Seal.Context(encounter, "break-glass-reason");
  }
}
