package io.github.ambientgpt.api.audit;

import io.github.ambientgpt.api.backup.StoredCheck;
import io.github.ambientgpt.api.command.CommandFailure;
import org.springframework.stereotype.Component;

@Component
class AuditCheck implements StoredCheck {
  private final AuditVerification verification;

  AuditCheck(AuditVerification verification) {
    this.verification = verification;
  }

  @Override
  public String check() {
    AuditFinding finding = verification.verify(null);
    if (!finding.sound()) {
      throw CommandFailure.failed(
          "The audit log is not as it was written: " + finding.faults().get(0));
    }
    return "the audit log, " + finding.lines() + " lines";
  }
}
