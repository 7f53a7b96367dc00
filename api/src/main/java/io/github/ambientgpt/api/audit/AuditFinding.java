package io.github.ambientgpt.api.audit;

import java.util.List;

/**
 * What was found of the whole log.
 *
 * @param lines that there are now
 * @param anchor the count and the digest of the last line, to be noted outside of this machine
 * @param faults at most {@value #MOST_FAULTS}; none when all is as it was written
 */
public record AuditFinding(long lines, String anchor, List<String> faults) {
  static final int MOST_FAULTS = 100;

  public AuditFinding {
    faults = List.copyOf(faults);
  }

  boolean sound() {
    return faults.isEmpty();
  }
}
