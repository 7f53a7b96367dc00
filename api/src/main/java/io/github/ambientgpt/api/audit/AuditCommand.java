package io.github.ambientgpt.api.audit;

import io.github.ambientgpt.api.command.Command;
import io.github.ambientgpt.api.command.CommandArguments;
import io.github.ambientgpt.api.command.CommandFailure;
import java.io.PrintStream;
import org.springframework.stereotype.Component;

@Component
class AuditCommand implements Command {
  private final AuditVerification verification;

  AuditCommand(AuditVerification verification) {
    this.verification = verification;
  }

  @Override
  public String name() {
    return "audit";
  }

  @Override
  public String usage() {
    return "audit verify [--anchor=COUNT:DIGEST]   looks for lines that were changed, removed, reordered or cut";
  }

  @Override
  public void run(CommandArguments arguments, PrintStream out) {
    if (!arguments.word(0, "what to do: audit verify").equals("verify")) {
      throw CommandFailure.usage(usage());
    }
    arguments.requireOnly(1, "anchor");
    AuditFinding finding = verification.verify(noted(arguments));
    finding.faults().forEach(out::println);
    if (!finding.sound()) {
      throw CommandFailure.failed("The audit log is not as it was written.");
    }
    out.println("The audit log is as it was written: " + finding.lines() + " lines.");
    out.println("Note this elsewhere; audit verify --anchor finds whether the log still holds it:");
    out.println(finding.anchor());
  }

  private static AuditVerification.Anchor noted(CommandArguments arguments) {
    try {
      return arguments.option("anchor").map(AuditVerification.Anchor::parse).orElse(null);
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage(e.getMessage() + ".");
    }
  }
}
