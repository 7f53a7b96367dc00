package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Table;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of way to make a true statement false, as a careless writer or a model might.
 *
 * @param kind its name
 */
record Alteration(String kind, BiFunction<String, Said, Optional<String>> way) {
  private static final Pattern DOSE =
      Pattern.compile("\\b(\\d+(?:,\\d+)?(?:\\.\\d+)?) ?(mg|milligrams|mcg|mL|g|units|puffs)\\b");
  private static final Map<String, String> UNITS =
      Map.of("mg", "mcg", "milligrams", "micrograms", "mcg", "mg", "g", "mg", "units", "mg");
  private static final Pattern SIDE =
      Pattern.compile(
          "(?i)\\b(left|right)(?=(?:-sided)? [a-z])(?! (?:now|after|away|over|here|there|where))");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w./,-])\\d+(?:\\.\\d+)?(?![\\w/,-]|\\.\\d)");
  private static final Pattern PRESSURE =
      Pattern.compile("(?i)(?:blood pressure|BP)\\b.*?\\b(\\d{2,3})(?=/\\d| over )");
  private static final Pattern VITAL =
      Pattern.compile(
          "(?i)\\b(?:heart rate|pulse|temperature|temp|oxygen\\w*|o2|spo2|saturation|"
              + "respirat\\w+|weight|bmi)\\b[^.;\\d]*?(\\d+(?:\\.\\d+)?)");
  private static final Pattern RESULT =
      Pattern.compile(
          "(?i)\\b(?:a1c|hemoglobin|ejection fraction|creatinine|glucose|sugars?|tsh|cholesterol|"
              + "ldl|inr|hematocrit|white blood cell count|wbc|pain\\b.*?\\bat?)\\b"
              + "[^.;\\d]*?(\\d+(?:\\.\\d+)?)(?![\\d-])");
  private static final Pattern AGE = Pattern.compile("(?i)\\b(\\d{1,2})[ -]+years?[ -]+old");

  /** Every kind, those with numbers first. */
  static List<Alteration> all() {
    List<Alteration> all = new ArrayList<>();
    all.add(new Alteration("dose", Alteration::dose));
    all.add(new Alteration("unit", Alteration::unit));
    all.add(new Alteration("vital", Alteration::vital));
    all.add(new Alteration("result-value", (text, said) -> times(RESULT, text, "1.5")));
    all.add(new Alteration("age", (text, said) -> times(AGE, text, "1.3")));
    all.add(new Alteration("moved-number", Alteration::movedNumber));
    all.add(new Alteration("side", Alteration::side));
    Map<String, List<Exchange>> rows = new LinkedHashMap<>();
    Table.read(
        Alteration.class,
        "alterations.tsv",
        row ->
            rows.computeIfAbsent(row.get(0), kind -> new ArrayList<>())
                .add(Exchange.of(row.get(1), row.get(2))));
    rows.forEach((kind, exchanges) -> all.add(new Alteration(kind, firstOf(exchanges))));
    return all;
  }

  /**
   * @return empty when there is nothing in the text to alter in this way
   */
  Optional<String> of(String text, Said said) {
    return way.apply(text, said).filter(altered -> !altered.isBlank() && !altered.equals(text));
  }

  private static BiFunction<String, Said, Optional<String>> firstOf(List<Exchange> exchanges) {
    return (text, said) ->
        exchanges.stream().flatMap(exchange -> exchange.of(text, said).stream()).findFirst();
  }

  /** Another amount of the same. */
  private static Optional<String> dose(String text, Said said) {
    String[] factors = {"0.5", "1.5", "2", "10"};
    return times(DOSE, text, factors[Math.floorMod(text.hashCode(), factors.length)]);
  }

  /** The same number of something else. */
  private static Optional<String> unit(String text, Said said) {
    Matcher dose = DOSE.matcher(text);
    return dose.find() && UNITS.containsKey(dose.group(2))
        ? Optional.of(replaced(text, dose, 2, UNITS.get(dose.group(2))))
        : Optional.empty();
  }

  private static Optional<String> vital(String text, Said said) {
    Matcher pressure = PRESSURE.matcher(text);
    if (pressure.find()) {
      int value = Integer.parseInt(pressure.group(1));
      return Optional.of(replaced(text, pressure, 1, "" + (value > 140 ? value - 40 : value + 40)));
    }
    return times(VITAL, text, "0.8");
  }

  /** A number of another statement. */
  private static Optional<String> movedNumber(String text, Said said) {
    Matcher number = NUMBER.matcher(text);
    if (!number.find()) {
      return Optional.empty();
    }
    List<String> others =
        said.numbers().stream()
            .filter(other -> !text.matches("(?s).*\\b" + Pattern.quote(other) + "\\b.*"))
            .toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(
            replaced(text, number, 0, others.get(Math.floorMod(text.hashCode(), others.size()))));
  }

  private static Optional<String> side(String text, Said said) {
    Matcher side = SIDE.matcher(text);
    if (!side.find() || text.toLowerCase(java.util.Locale.ROOT).contains("all right")) {
      return Optional.empty();
    }
    boolean left = side.group(1).equalsIgnoreCase("left");
    boolean capital = Character.isUpperCase(side.group(1).charAt(0));
    String other = left ? "right" : "left";
    return Optional.of(
        replaced(
            text,
            side,
            1,
            capital ? Character.toUpperCase(other.charAt(0)) + other.substring(1) : other));
  }

  /** The number that the pattern's first group finds, times a factor, as many digits as before. */
  private static Optional<String> times(Pattern pattern, String text, String factor) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    BigDecimal number = new BigDecimal(matcher.group(1).replace(",", ""));
    BigDecimal product = number.multiply(new BigDecimal(factor));
    BigDecimal shown =
        number.scale() == 0 && number.compareTo(BigDecimal.TEN) >= 0
            ? product.setScale(0, java.math.RoundingMode.HALF_UP)
            : product.stripTrailingZeros();
    return Optional.of(replaced(text, matcher, 1, shown.toPlainString()));
  }

  private static String replaced(String text, Matcher matcher, int group, String other) {
    return text.substring(0, matcher.start(group)) + other + text.substring(matcher.end(group));
  }
}
