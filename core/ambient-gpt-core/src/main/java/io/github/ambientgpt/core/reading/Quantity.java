package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Unit;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

/**
 * A number and what it counts.
 *
 * @param written as it stands in the text
 * @param unit empty when none follows
 * @since 0.1.0
 */
public record Quantity(BigDecimal value, String written, Optional<Unit> unit) {
  /** What drugs are given in. */
  private static final Set<String> DOSES =
      Set.of(
          "mass",
          "volume",
          "activity",
          "amount",
          "count of tablets",
          "count of capsules",
          "count of puffs",
          "count of sprays",
          "count of drops",
          "count of patches");

  /** The dimension of "1+". */
  static final String GRADE = "grade";

  /** The dimension of "stage 3". */
  static final String STAGE = "stage";

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
        || counted().equals(other.counted())
        || isIn("°")
        || other.isIn("°")
        || converted(other);
  }

  /** "A pack and a half a day": what is counted, however often. */
  private String counted() {
    return unit.orElseThrow().symbol().replace("/d", "");
  }

  /** With its unit. */
  public String inWords() {
    return unit.map(u -> isOf(STAGE) ? u.symbol() + " " + written : written + " " + u.symbol())
        .orElse(written);
  }

  /** Whether both count the same sort of thing, such as time. */
  public boolean sameDimension(Quantity other) {
    return unit.isPresent()
        && other.unit.isPresent()
        && unit.get().dimension().equals(other.unit.get().dimension());
  }

  public boolean isDose() {
    return unit.map(Unit::dimension).filter(DOSES::contains).isPresent();
  }

  public boolean isTime() {
    return isOf("time");
  }

  /** A time, a grade or a stage: the same number of anything else is another thing. */
  public boolean isNothingWithoutUnit() {
    return isTime() || isOf(GRADE) || isOf(STAGE);
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
