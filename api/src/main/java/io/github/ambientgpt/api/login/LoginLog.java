package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.User;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who came in and who did not, in the audit log and in figures. */
@Component
class LoginLog {
  private static final String LOGINS = "ambientgpt.logins";

  private final AuditLog audit;
  private final MeterRegistry meters;

  LoginLog(AuditLog audit, MeterRegistry meters) {
    this.audit = audit;
    this.meters = meters;
    meters.counter(LOGINS, "outcome", "done"); // so that both are there from the start
    meters.counter(LOGINS, "outcome", "refused");
  }

  void cameIn(Account account) {
    meters.counter(LOGINS, "outcome", "done").increment();
    audit.record(account.user(), "login", object(account), Outcome.DONE);
  }

  /**
   * @param account whose name was tried; null when nobody has it: what was typed there may be a
   *     password
   */
  void refused(@Nullable Account account, ProblemType why) {
    meters.counter(LOGINS, "outcome", "refused").increment();
    audit.record(
        null,
        "login",
        account == null ? null : object(account),
        Outcome.REFUSED,
        why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  void loggedOut(User user) {
    audit.record(user, "logout", "account/" + user.id(), Outcome.DONE);
  }

  void passwordChanged(Account account) {
    audit.record(account.user(), "account.password", object(account), Outcome.DONE);
  }

  private static String object(Account account) {
    return "account/" + account.id();
  }
}
