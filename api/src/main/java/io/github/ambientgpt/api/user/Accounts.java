package io.github.ambientgpt.api.user;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.web.IfMatch;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may come in. */
@Service
public class Accounts {
  /**
   * The one clinician of the mode {@code local}, and the first account of the others: what was made
   * before there was a login belongs to whoever sets the service up.
   */
  public static final UUID FIRST = UUID.fromString("00000000-0000-7000-8000-000000000001");

  private static final Duration INVITED = Duration.ofDays(3);
  private static final String SELECT =
      "select id, username, name, roles, enabled, password, subject, epoch, version, created_at, last_login_at from account ";

  private final JdbcClient jdbc;
  private final Clock clock;

  private record Row(
      UUID id,
      String username,
      String name,
      String roles,
      boolean enabled,
      @Nullable String password,
      @Nullable String subject,
      long epoch,
      long version,
      Instant createdAt,
      @Nullable Instant lastLoginAt) {
    Account account() {
      return new Account(
          id,
          username,
          name,
          Role.parsed(roles),
          enabled,
          password,
          subject,
          epoch,
          version,
          createdAt,
          lastLoginAt);
    }
  }

  Accounts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Whether nobody can come in yet. */
  public boolean isEmpty() {
    return jdbc.sql("select count(*) from account").query(Long.class).single() == 0;
  }

  public Optional<Account> find(UUID id) {
    return one("where id = ?", id);
  }

  public Optional<Account> find(String username) {
    return one("where username_key = ?", key(username));
  }

  private Optional<Account> one(String where, Object value) {
    return jdbc.sql(SELECT + where).param(value).query(Row.class).optional().map(Row::account);
  }

  List<Account> list(int size, long offset) {
    return jdbc
        .sql(SELECT + "order by username_key limit ? offset ?")
        .params(size, offset)
        .query(Row.class)
        .list()
        .stream()
        .map(Row::account)
        .toList();
  }

  long count() {
    return jdbc.sql("select count(*) from account").query(Long.class).single();
  }

  /** Clinicians who may come in, by their names. */
  List<Account> clinicians() {
    return jdbc
        .sql(SELECT + "where enabled = true and roles like '%CLINICIAN%' order by name, id")
        .query(Row.class)
        .list()
        .stream()
        .map(Row::account)
        .toList();
  }

  /**
   * @param password as it is encoded; with it the account is whole
   * @throws ApiException when the name is taken
   */
  @Transactional
  public Account create(
      UUID id, String username, String name, Set<Role> roles, @Nullable String password) {
    return insert(id, username, name, roles, password, null);
  }

  private Account insert(
      UUID id,
      String username,
      String name,
      Set<Role> roles,
      @Nullable String password,
      @Nullable String subject) {
    try {
      jdbc.sql(
              """
              insert into account (id, username, username_key, name, roles, enabled, password, subject, epoch, version, created_at)
              values (?, ?, ?, ?, ?, true, ?, ?, 1, 1, ?)""")
          .params(
              Arrays.asList(
                  id,
                  username.strip(),
                  key(username),
                  name.strip(),
                  Role.joined(roles),
                  password,
                  subject,
                  Times.parameter(clock.instant())))
          .update();
    } catch (DuplicateKeyException e) {
      throw new ApiException(
          ProblemType.CONFLICT, "There is somebody of that name already: choose another one.");
    }
    return find(id).orElseThrow();
  }

  /**
   * Somebody whom an OpenID provider knows, as it describes them now.
   *
   * @param subject issuer and subject
   */
  @Transactional
  public Account known(String subject, String username, String name, Set<Role> roles) {
    Optional<Account> known = one("where subject = ?", subject);
    if (known.isEmpty()) {
      // Nobody chose that name here, so it must not keep out somebody of another provider.
      String free = find(username).isEmpty() ? username : username + " (" + Ids.next() + ")";
      return insert(isEmpty() ? FIRST : Ids.next(), cut(free, 100), name, roles, null, subject);
    }
    Account account = known.get();
    if (!account.name().equals(name) || !account.roles().equals(roles)) {
      jdbc.sql("update account set name = ?, roles = ?, version = version + 1 where id = ?")
          .params(name, Role.joined(roles), account.id())
          .update();
    }
    return find(account.id()).orElseThrow();
  }

  private static String cut(String text, int length) {
    return text.length() <= length ? text : text.substring(text.length() - length);
  }

  /** Gives somebody a code to set a password with; the one that they had is worth nothing. */
  @Transactional
  public Invitation invite(UUID id) {
    Account account = find(id).orElseThrow(() -> ApiException.notFound("user"));
    if (account.subject() != null) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "The OpenID provider knows their password: it is set there and not here.");
    }
    String code = OneTimeCode.next();
    Instant until = clock.instant().plus(INVITED);
    jdbc.sql(
            """
            update account set password = null, code_hash = ?, code_until = ?, epoch = epoch + 1, version = version + 1
            where id = ?""")
        .params(OneTimeCode.digest(code), Times.parameter(until), id)
        .update();
    return new Invitation(UserAccount.of(find(id).orElseThrow()), code, until);
  }

  /**
   * Uses the code of an invitation up.
   *
   * @param password as it is encoded
   * @return empty when the code is not the one, or too old
   */
  @Transactional
  public Optional<Account> redeem(String username, String code, String password) {
    int rows =
        jdbc.sql(
                """
                update account set password = ?, code_hash = null, code_until = null, epoch = epoch + 1, version = version + 1
                where username_key = ? and code_hash = ? and code_until > ? and enabled = true""")
            .params(
                password, key(username), OneTimeCode.digest(code), Times.parameter(clock.instant()))
            .update();
    return rows == 0 ? Optional.empty() : find(username);
  }

  /**
   * Ends all sessions, too.
   *
   * @param password as it is encoded
   */
  @Transactional
  public Account changePassword(UUID id, String password) {
    jdbc.sql(
            """
            update account set password = ?, code_hash = null, code_until = null, epoch = epoch + 1, version = version + 1
            where id = ?""")
        .params(password, id)
        .update();
    return find(id).orElseThrow();
  }

  /** The same password in a newer encoding. */
  public void encodeAnew(UUID id, String password) {
    jdbc.sql("update account set password = ? where id = ?").params(password, id).update();
  }

  public void cameIn(UUID id) {
    jdbc.sql("update account set last_login_at = ? where id = ?")
        .params(Times.parameter(clock.instant()), id)
        .update();
  }

  @Transactional
  Account update(UUID id, UserChange change, IfMatch ifMatch) {
    Account old = find(id).orElseThrow(() -> ApiException.notFound("user"));
    ifMatch.require(old.version());
    boolean enabled = change.enabled() == null ? old.enabled() : change.enabled();
    Set<Role> roles = change.roles() == null ? old.roles() : change.roles();
    if (old.subject() != null && !roles.equals(old.roles())) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "The groups of the OpenID provider give them their roles: change them there.");
    }
    int rows =
        jdbc.sql(
                """
                update account set name = ?, roles = ?, enabled = ?, epoch = epoch + ?, version = version + 1
                where id = ? and version = ?""")
            .params(
                change.name() == null ? old.name() : change.name().strip(),
                Role.joined(roles),
                enabled,
                enabled ? 0 : 1,
                id,
                ifMatch.version())
            .update();
    ifMatch.requireChanged(rows);
    requireAdmin();
    return find(id).orElseThrow();
  }

  private void requireAdmin() {
    long admins =
        jdbc.sql("select count(*) from account where enabled = true and roles like '%ADMIN%'")
            .query(Long.class)
            .single();
    if (admins == 0) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "That is the last admin: make somebody else one first, so that people can be kept.");
    }
  }

  /** Names that differ in nothing that a person sees are one. */
  public static String key(String username) {
    return Normalizer.normalize(username.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
