package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.Invitation;
import java.io.PrintStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** For when the last admin forgot theirs: whoever may start the program may give out a code. */
@Component
class ResetPasswordCommand implements Command {
  private final Accounts accounts;
  private final AuditLog audit;
  private final TransactionTemplate transactions;

  ResetPasswordCommand(Accounts accounts, AuditLog audit, TransactionTemplate transactions) {
    this.accounts = accounts;
    this.audit = audit;
    this.transactions = transactions;
  }

  @Override
  public String name() {
    return "reset-password";
  }

  @Override
  public String usage() {
    return "reset-password USERNAME   ends a password and its sessions, and prints a code to set a new one with";
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) {
    String username = arguments.word(0, "whose: reset-password USERNAME");
    arguments.requireOnly(1);
    Account account =
        accounts
            .find(username)
            .orElseThrow(
                () -> CommandFailure.failed("There is nobody of that name: look at its spelling."));
    Invitation invitation = transactions.execute(transaction -> invited(account));
    out.println("The password and the sessions of " + account.username() + " have ended.");
    out.println(
        "On the page, choose to enter a code, and enter this one before "
            + invitation.until()
            + ":");
    out.println(invitation.code());
  }

  private Invitation invited(Account account) {
    audit.record(
        null, "account.reset-password", "account/" + account.id(), Outcome.DONE, "by command");
    return accounts.invite(account.id());
  }
}
