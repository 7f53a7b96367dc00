package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Support;
import java.util.List;

/**
 * How many of the statements of notes the checker flags.
 *
 * @param flagged unsupported or uncertain
 */
record AlarmCount(Share unsupported, Share flagged) {
  static AlarmCount of(List<WrittenNote> notes) {
    Checker checker = new Checker();
    List<Support> found =
        notes.stream()
            .flatMap(n -> checker.check(n.note(), n.visit().transcript()).statements())
            .map(statement -> statement.support())
            .toList();
    return new AlarmCount(
        new Share((int) found.stream().filter(s -> s == Support.UNSUPPORTED).count(), found.size()),
        new Share((int) found.stream().filter(Flagged::is).count(), found.size()));
  }
}
