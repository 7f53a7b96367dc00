package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.OneTimeCode;
import io.github.ambientgpt.api.user.Role;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The tokens of programs. Only digests are kept: 32 random bytes need no slow hash. */
@Service
class ApiTokens {
  /** By which scanners of code find one that was published. */
  static final String PREFIX = "agn_";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int SECRET_BYTES = 32;

  /** Not each use is written down, since a program may come a hundred times a second. */
  private static final Duration USE_WRITTEN_EVERY = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final Accounts accounts;
  private final Clock clock;

  private record Row(
      UUID id,
      UUID accountId,
      String name,
      String scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {
    ApiToken token() {
      return new ApiToken(id, name, TokenScope.parsed(scopes), createdAt, expiresAt, lastUsedAt);
    }
  }

  /** Somebody's token, and what it may. */
  record Use(Account account, Set<TokenScope> scopes) {
    Set<Role> roles() {
      EnumSet<Role> roles = EnumSet.noneOf(Role.class);
      scopes.forEach(scope -> roles.add(scope.role()));
      roles.retainAll(account.roles());
      return roles;
    }
  }

  ApiTokens(JdbcClient jdbc, Accounts accounts, Clock clock) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.clock = clock;
  }

  List<ApiToken> list(UUID account) {
    return jdbc
        .sql("select * from api_token where account_id = ? order by created_at desc, id")
        .param(account)
        .query(Row.class)
        .list()
        .stream()
        .map(Row::token)
        .toList();
  }

  /**
   * @return the secret, which cannot be read again
   * @throws ApiException when nobody logs in, so that there is no account that it could speak for
   */
  String create(UUID account, UUID id, String name, Set<TokenScope> scopes, Duration valid) {
    if (accounts.find(account).isEmpty()) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "In the mode local nobody logs in, so there is no account for a token: programs on this"
              + " machine call the service without one.");
    }
    byte[] bytes = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bytes);
    String secret = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    Instant now = clock.instant();
    jdbc.sql(
            """
            insert into api_token (id, account_id, secret_hash, name, scopes, created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?)\
            """)
        .params(
            id,
            account,
            OneTimeCode.sha256(secret),
            name.strip(),
            TokenScope.joined(scopes),
            Times.parameter(now),
            Times.parameter(now.plus(valid)))
        .update();
    return secret;
  }

  UUID nextId() {
    return Ids.next();
  }

  ApiToken get(UUID account, UUID id) {
    return list(account).stream()
        .filter(token -> token.id().equals(id))
        .findFirst()
        .orElseThrow(() -> ApiException.notFound("token"));
  }

  void revoke(UUID account, UUID id) {
    int rows =
        jdbc.sql("delete from api_token where account_id = ? and id = ?")
            .params(account, id)
            .update();
    if (rows == 0) {
      throw ApiException.notFound("token");
    }
  }

  /** Whose it is; empty when it is unknown, revoked or too old, or its owner may not come in. */
  Optional<Use> use(String secret) {
    Instant now = clock.instant();
    Optional<Row> found =
        jdbc.sql("select * from api_token where secret_hash = ?")
            .param(OneTimeCode.sha256(secret))
            .query(Row.class)
            .optional()
            .filter(row -> now.isBefore(row.expiresAt()));
    found.ifPresent(row -> used(row, now));
    return found.flatMap(
        row ->
            accounts
                .find(row.accountId())
                .filter(Account::enabled)
                .map(account -> new Use(account, TokenScope.parsed(row.scopes()))));
  }

  private void used(Row row, Instant now) {
    if (row.lastUsedAt() == null || row.lastUsedAt().plus(USE_WRITTEN_EVERY).isBefore(now)) {
      jdbc.sql("update api_token set last_used_at = ? where id = ?")
          .params(Times.parameter(now), row.id())
          .update();
    }
  }
}
