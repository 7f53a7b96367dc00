package io.github.ambientgpt.api.backup;

import io.github.ambientgpt.api.command.CommandFailure;
import java.io.PrintStream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All that is looked at after a copy. */
@Component
class Checks {
  private final ObjectProvider<StoredCheck> checks;

  Checks(ObjectProvider<StoredCheck> checks) {
    this.checks = checks;
  }

  void all(PrintStream out) {
    checks.stream()
        .forEach(
            check -> {
              try {
                out.println("Checked: " + check.check());
              } catch (CommandFailure e) {
                throw e;
              } catch (RuntimeException e) {
                throw CommandFailure.failed(
                    "It is there, and a check failed: "
                        + e.getClass().getSimpleName()
                        + ". Do not use it; find the cause, and begin anew with an empty folder and database.");
              }
            });
  }
}
