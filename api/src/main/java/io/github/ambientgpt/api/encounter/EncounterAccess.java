package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.LoginProperties;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * The one place that says whose visits somebody sees and changes: one's own; those that were
 * shared; for an hour, one whose glass one broke.
 */
@Component
class EncounterAccess {
  /**
   * Which visits were given to somebody. With the parameters of {@link #bound}, as all of these.
   */
  private static final String GIVEN =
      "id in (select encounter_id from encounter_access where account_id = :user and (until is null"
          + " or until > :now))";

  static final String OWN = "owner_id = :user";

  /** Those of others. */
  static final String OTHERS = "owner_id <> :user and " + GIVEN;

  /**
   * For one visit. Where many are looked for, a database that is asked for both at once reads every
   * visit there is; it has an index for each.
   */
  static final String VISIBLE = "(owner_id = :user or " + GIVEN + ")";

  private final JdbcClient jdbc;
  private final CurrentUser user;
  private final AuditLog audit;
  private final LoginProperties login;
  private final Clock clock;

  private record Given(String kind, boolean mayEdit) {}

  private record Name(UUID id, String name) {}

  EncounterAccess(
      JdbcClient jdbc, CurrentUser user, AuditLog audit, LoginProperties login, Clock clock) {
    this.jdbc = jdbc;
    this.user = user;
    this.audit = audit;
    this.login = login;
    this.clock = clock;
  }

  JdbcClient.StatementSpec bound(JdbcClient.StatementSpec statement) {
    return statement.param("user", user.get().id()).param("now", Times.parameter(clock.instant()));
  }

  /** Whose visits somebody sees. */
  List<UUID> owners() {
    List<UUID> owners = new ArrayList<>(List.of(user.get().id()));
    owners.addAll(
        bound(jdbc.sql("select distinct owner_id from encounter where " + OTHERS))
            .query(UUID.class)
            .list());
    return owners;
  }

  /**
   * @throws ApiException when it is somebody else's
   */
  void requireOwn(UUID owner) {
    if (!owner.equals(user.get().id())) {
      throw new ApiException(
          ProblemType.FORBIDDEN, "Only the clinician that the visit belongs to may do that.");
    }
  }

  /**
   * @throws ApiException when the one who sees it may not change it
   */
  void requireEditable(UUID owner, UUID encounter) {
    if (!owner.equals(user.get().id()) && given(encounter).stream().noneMatch(Given::mayEdit)) {
      throw new ApiException(
          ProblemType.FORBIDDEN,
          "You may read this visit and not change it: ask the clinician that it belongs to.");
    }
  }

  /** Somebody looked into it; when only because they broke its glass, that is written down. */
  void looked(UUID owner, UUID encounter) {
    if (owner.equals(user.get().id())
        || given(encounter).stream().anyMatch(each -> each.kind().equals(Shares.SHARE))) {
      return;
    }
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    String mark = "looked at " + encounter;
    if (request != null && request.getAttribute(mark, RequestAttributes.SCOPE_REQUEST) == null) {
      audit.record(
          user.get(), "encounter.read-by-break-glass", "encounter/" + encounter, Outcome.DONE);
      request.setAttribute(mark, true, RequestAttributes.SCOPE_REQUEST);
    }
  }

  private List<Given> given(UUID encounter) {
    return bound(
            jdbc.sql(
                """
                select kind, may_edit from encounter_access
                where encounter_id = :encounter and account_id = :user and (until is null or until > :now)\
                """))
        .param("encounter", encounter)
        .query(Given.class)
        .list();
  }

  /** What people are called. */
  Map<UUID, String> names(Collection<UUID> people) {
    Map<UUID, String> names = new HashMap<>(Map.of(Accounts.FIRST, login.name()));
    if (!people.isEmpty()) {
      jdbc.sql("select id, name from account where id in (:people)")
          .param("people", people)
          .query(Name.class)
          .list()
          .forEach(each -> names.put(each.id(), each.name()));
    }
    return names;
  }
}
