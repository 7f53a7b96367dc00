package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.LoginProperties;
import io.github.ambientgpt.api.user.OneTimeCode;
import io.github.ambientgpt.api.user.Role;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The first account: whoever can read the log of the service may make it, once. Several processes
 * each log a code, and any of them does.
 */
@Service
class Setup {
  private static final Logger log = LoggerFactory.getLogger(Setup.class);
  private static final Duration VALID = Duration.ofHours(24);

  private final Accounts accounts;
  private final LoginProperties properties;
  private final JdbcClient jdbc;
  private final Clock clock;

  Setup(Accounts accounts, LoginProperties properties, JdbcClient jdbc, Clock clock) {
    this.accounts = accounts;
    this.properties = properties;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  boolean needed() {
    return properties.mode() == LoginProperties.Mode.PASSWORD && accounts.isEmpty();
  }

  @EventListener(ApplicationReadyEvent.class)
  void started() {
    if (!needed()) {
      return;
    }
    if (!properties.setupCode().isEmpty()) {
      keep(properties.setupCode());
      log.warn(
          "Nobody can log in yet: open the page and use the code of ambient-gpt.login.setup-code within {} hours",
          VALID.toHours());
      return;
    }
    String code = OneTimeCode.next();
    keep(code);
    log.warn(
        "Nobody can log in yet: open the page and set it up with the code {} within {} hours (a restart makes another one)",
        code,
        VALID.toHours());
  }

  private void keep(String code) {
    Instant until = clock.instant().plus(VALID);
    jdbc.sql("delete from setup_code where code_hash = ?").param(OneTimeCode.digest(code)).update();
    try {
      jdbc.sql("insert into setup_code (code_hash, until) values (?, ?)")
          .params(OneTimeCode.digest(code), Times.parameter(until))
          .update();
    } catch (DuplicateKeyException e) {
      log.debug("Another process keeps the same code");
    }
  }

  /**
   * @param password as it is encoded
   * @throws ApiException when the code is not the one, or somebody was quicker
   */
  @Transactional
  public Account first(String code, String username, String name, String password) {
    if (!needed()) {
      throw new ApiException(
          ProblemType.CONFLICT, "It is set up already: log in, or let an admin invite you.");
    }
    int valid =
        jdbc.sql("delete from setup_code where code_hash = ? and until > ?")
            .params(OneTimeCode.digest(code), Times.parameter(clock.instant()))
            .update();
    if (valid == 0) {
      throw new ApiException(
          ProblemType.WRONG_CREDENTIALS,
          "That is not the code, or it is too old: the service's log has it, and a restart makes a new one.");
    }
    Account first =
        accounts.create(
            Accounts.FIRST, username, name, Set.of(Role.CLINICIAN, Role.ADMIN), password);
    jdbc.sql("delete from setup_code").update();
    return first;
  }
}
