package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slows down who guesses, by account and by address, over restarts and all replicas. An attempt
 * counts before it is looked at, so that many at once are no way around; one that succeeds is taken
 * back. A name that nobody has is slowed like any other.
 */
@Component
class LoginAttempts {
  private static final int FREE_BY_ACCOUNT = 5;
  private static final int FREE_BY_ADDRESS = 20;
  private static final Duration LONGEST = Duration.ofMinutes(15);
  private static final Duration FORGOTTEN = Duration.ofHours(24);

  private final JdbcClient jdbc;
  private final Clock clock;

  private record Subject(String key, int free) {}

  private record Row(int failures, Instant lastAt, Instant freeAt) {}

  LoginAttempts(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @param username as it was sent
   * @throws TooManyAttemptsException when it is to be tried later; nothing counts then
   */
  void count(String username, String address) {
    for (Subject subject : subjects(username, address)) {
      count(subject);
    }
  }

  /** What {@link #count} counted came in. */
  void succeeded(String username, String address) {
    jdbc.sql("delete from login_attempt where subject = ?").param(account(username)).update();
    jdbc.sql("update login_attempt set failures = failures - 1 where subject = ? and failures > 0")
        .param(address(address))
        .update();
    jdbc.sql("delete from login_attempt where last_at < ?")
        .param(Times.parameter(clock.instant().minus(FORGOTTEN)))
        .update();
  }

  private static List<Subject> subjects(String username, String address) {
    return List.of(
        new Subject(address(address), FREE_BY_ADDRESS),
        new Subject(account(username), FREE_BY_ACCOUNT));
  }

  private static String account(String username) {
    return "account:" + Accounts.key(username);
  }

  private static String address(String address) {
    return "address:" + address;
  }

  private void count(Subject subject) {
    while (true) {
      Instant now = clock.instant();
      Row row =
          jdbc.sql("select failures, last_at, free_at from login_attempt where subject = ?")
              .param(subject.key())
              .query(Row.class)
              .optional()
              .orElse(null);
      if (row == null ? begun(subject, now) : counted(subject, row, now)) {
        return;
      }
    }
  }

  private boolean begun(Subject subject, Instant now) {
    try {
      jdbc.sql(
              "insert into login_attempt (subject, failures, last_at, free_at) values (?, 1, ?, ?)")
          .params(subject.key(), Times.parameter(now), Times.parameter(now))
          .update();
      return true;
    } catch (DuplicateKeyException e) {
      return false; // somebody else began at the same moment
    }
  }

  /**
   * @return false when somebody else counted at the same moment
   */
  private boolean counted(Subject subject, Row row, Instant now) {
    if (now.isBefore(row.freeAt())) {
      throw new TooManyAttemptsException(Duration.between(now, row.freeAt()));
    }
    boolean old = row.lastAt().plus(FORGOTTEN).isBefore(now);
    int failures = old ? 1 : row.failures() + 1;
    return jdbc.sql(
                """
                update login_attempt set failures = ?, last_at = ?, free_at = ?
                where subject = ? and failures = ? and last_at = ?""")
            .params(
                failures,
                Times.parameter(now),
                Times.parameter(now.plus(pause(failures - subject.free()))),
                subject.key(),
                row.failures(),
                Times.parameter(row.lastAt()))
            .update()
        > 0;
  }

  /** Twice as long each time. */
  private static Duration pause(int beyond) {
    if (beyond < 0) {
      return Duration.ZERO;
    }
    Duration pause = Duration.ofSeconds(1L << Math.min(beyond, 20));
    return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
  }
}
