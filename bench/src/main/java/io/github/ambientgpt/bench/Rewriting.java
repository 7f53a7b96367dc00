package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way to write a true statement otherwise, so that it stays true. */
enum Rewriting {
  ABBREVIATED {
    @Override
    Optional<String> of(String text) {
      for (Map.Entry<String, String> form : SHORT.entrySet()) {
        Matcher matcher =
            Pattern.compile("(?i)\\b" + Pattern.quote(form.getKey()) + "\\b(?!['’-])")
                .matcher(text);
        if (matcher.find()) {
          return Optional.of(
              text.substring(0, matcher.start()) + form.getValue() + text.substring(matcher.end()));
        }
      }
      return Optional.empty();
    }
  },
  NUMBER_IN_WORDS {
    @Override
    Optional<String> of(String text) {
      Matcher number = Pattern.compile("(?<![\\w./,-])(\\d{1,2})(?![\\w./,%-])").matcher(text);
      while (number.find()) {
        int value = Integer.parseInt(number.group(1));
        if (value > 0 && value <= WORDS.size()) {
          return Optional.of(
              text.substring(0, number.start())
                  + WORDS.get(value - 1)
                  + text.substring(number.end()));
        }
      }
      return Optional.empty();
    }
  },
  /** 500 mg is 0.5 g. */
  OTHER_UNIT {
    @Override
    Optional<String> of(String text) {
      Matcher dose = Pattern.compile("(?<![\\w.,])(\\d{2,4}) mg\\b").matcher(text);
      if (!dose.find()) {
        return Optional.empty();
      }
      String grams =
          new java.math.BigDecimal(dose.group(1))
              .movePointLeft(3)
              .stripTrailingZeros()
              .toPlainString();
      return Optional.of(
          text.substring(0, dose.start()) + grams + " g" + text.substring(dose.end()));
    }
  };

  private static final List<String> WORDS =
      List.of(
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final Map<String, String> SHORT = new LinkedHashMap<>();

  static {
    Table.read(Rewriting.class, "abbreviated.tsv", row -> SHORT.put(row.get(0), row.get(1)));
  }

  /**
   * @return empty when there is nothing in the text to write otherwise in this way
   */
  abstract Optional<String> of(String text);
}
