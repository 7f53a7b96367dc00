package io.github.ambientgpt.core.reading;

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
public record Quantity(BigDecimal value, String written, Optional<Unit> unit) {
  /** °C, above which no patient is. */
  private static final BigDecimal HOTTEST = BigDecimal.valueOf(45);

  public boolean sameValue(Quantity other) {
    return value.compareTo(other.value) == 0 || converted(other);
  }

  public boolean agrees(Quantity other) {
    return sameValue(other) && sameUnit(other);
  }

  /** 1 g is 1000 mg, and 100.4 °F is 38 °C. */
  private boolean converted(Quantity other) {
    if (isIn("°C") && other.isWarm() || isWarm() && other.isIn("°C")) {
      return fahrenheit().compareTo(other.fahrenheit()) == 0;
    }
    if (!sameDimension(other)) {
      return false;
    }
    double mine = value.doubleValue() * unit.get().factor();
    double theirs = other.value.doubleValue() * other.unit.get().factor();
    return Math.abs(mine - theirs) <= 1e-9 * Math.max(Math.abs(mine), Math.abs(theirs));
  }

  /** In Fahrenheit; who says mere degrees and a number no patient has in Celsius means that too. */
  private boolean isWarm() {
    return isIn("°F") || (unit.isEmpty() || isIn("°")) && value.compareTo(HOTTEST) > 0;
  }

  private boolean isIn(String symbol) {
    return unit.map(Unit::symbol).filter(symbol::equals).isPresent();
  }

  private BigDecimal fahrenheit() {
    return isIn("°C") ? value.multiply(new BigDecimal("1.8")).add(BigDecimal.valueOf(32)) : value;
  }

  /** A unit that only one of them names is no contradiction. */
  public boolean sameUnit(Quantity other) {
    return unit.isEmpty()
        || other.unit.isEmpty()
        || unit.get().symbol().equals(other.unit.get().symbol())
        || isIn("°")
        || other.isIn("°")
        || converted(other);
  }

  /** With its unit. */
  public String inWords() {
    return unit.map(u -> written + " " + u.symbol()).orElse(written);
  }

  /** Whether both count the same sort of thing, such as time. */
  public boolean sameDimension(Quantity other) {
    return unit.isPresent()
        && other.unit.isPresent()
        && unit.get().dimension().equals(other.unit.get().dimension());
  }

  public boolean isDose() {
    return isOf("mass") || isOf("volume") || isOf("count");
  }

  public boolean isTime() {
    return isOf("time");
  }

  private boolean isOf(String dimension) {
    return unit.map(Unit::dimension).filter(dimension::equals).isPresent();
  }

  /** What to call a disagreement about it. */
  public Reason.Kind kind() {
    if (isDose()) {
      return Reason.Kind.DOSE;
    }
    return isTime() ? Reason.Kind.TIME : Reason.Kind.NUMBER;
  }
}
