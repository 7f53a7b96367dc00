package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number and what it counts.
 *
 * @param written as it stands in the text
 * @param unit empty when none follows
 */
record Quantity(BigDecimal value, String written, Optional<Unit> unit) {
  boolean sameValue(Quantity other) {
    return value.compareTo(other.value) == 0 || converted(other);
  }

  /** 1 g is 1000 mg. */
  private boolean converted(Quantity other) {
    if (unit.isEmpty() || other.unit.isEmpty() || !sameDimension(other)) {
      return false;
    }
    double mine = value.doubleValue() * unit.get().factor();
    double theirs = other.value.doubleValue() * other.unit.get().factor();
    return Math.abs(mine - theirs) <= 1e-9 * Math.max(Math.abs(mine), Math.abs(theirs));
  }

  /** A unit that only one of them names is no contradiction. */
  boolean sameUnit(Quantity other) {
    return unit.isEmpty()
        || other.unit.isEmpty()
        || unit.get().symbol().equals(other.unit.get().symbol())
        || converted(other);
  }

  private boolean sameDimension(Quantity other) {
    return unit.get().dimension().equals(other.unit.get().dimension());
  }

  boolean isDose() {
    return unit.map(Unit::dimension)
        .filter(d -> d.equals("mass") || d.equals("volume") || d.equals("count"))
        .isPresent();
  }

  /** What to call a disagreement about it. */
  Reason.Kind kind() {
    if (isDose()) {
      return Reason.Kind.DOSE;
    }
    boolean time = unit.map(Unit::dimension).filter("time"::equals).isPresent();
    return time ? Reason.Kind.TIME : Reason.Kind.NUMBER;
  }
}
