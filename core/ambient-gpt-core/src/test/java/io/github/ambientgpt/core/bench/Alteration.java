package io.github.ambientgpt.core.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One way to make a true statement false, as a careless writer or a model might. */
enum Alteration {
  DOSE {
    @Override
    Optional<String> of(String text, List<String> numbers, Random random) {
      Matcher dose =
          Pattern.compile("\\b(\\d+(?:,\\d+)?(?:\\.\\d+)?)(?= (?:mg|mcg|mL|g|units)\\b)")
              .matcher(text);
      if (!dose.find()) {
        return Optional.empty();
      }
      double factor = new double[] {0.5, 1.5, 2, 10}[random.nextInt(4)];
      double other = Double.parseDouble(dose.group(1).replace(",", "")) * factor;
      String written =
          other == Math.rint(other) ? Long.toString((long) other) : Double.toString(other);
      return Optional.of(replaced(text, dose, 1, written));
    }
  },
  SIDE {
    @Override
    Optional<String> of(String text, List<String> numbers, Random random) {
      Matcher side =
          Pattern.compile("(?i)\\b(left|right)(?=(?:-sided)? [a-z])(?! (?:now|after|away|over))")
              .matcher(text);
      if (!side.find() || text.toLowerCase(Locale.ROOT).contains("all right")) {
        return Optional.empty();
      }
      String other = side.group(1).equalsIgnoreCase("left") ? "right" : "left";
      return Optional.of(replaced(text, side, 1, other));
    }
  },
  NEGATION {
    @Override
    Optional<String> of(String text, List<String> numbers, Random random) {
      for (String[] pair :
          new String[][] {
            {"^Denies ", "Reports "},
            {" denies ", " reports "},
            {" does not ", " does "},
            {"^No ", "Some "}
          }) {
        Matcher matcher = Pattern.compile(pair[0]).matcher(text);
        if (matcher.find()) {
          return Optional.of(matcher.replaceFirst(pair[1]));
        }
      }
      return Optional.empty();
    }
  },
  INVENTED_DRUG {
    @Override
    Optional<String> of(String text, List<String> numbers, Random random) {
      List<String> drugs =
          List.of(
              "warfarin", "sertraline", "omeprazole", "azithromycin", "gabapentin", "clopidogrel");
      String drug = drugs.get(random.nextInt(drugs.size()));
      return Optional.of(text.replaceFirst("\\.?$", " and was given " + drug + "."));
    }
  },
  MOVED_NUMBER {
    @Override
    Optional<String> of(String text, List<String> numbers, Random random) {
      Matcher number = Pattern.compile("(?<![\\w./-])\\d+(?:\\.\\d+)?(?![\\w/-])").matcher(text);
      if (!number.find()) {
        return Optional.empty();
      }
      List<String> others =
          numbers.stream()
              .filter(n -> !text.matches(".*\\b" + Pattern.quote(n) + "\\b.*"))
              .toList();
      return others.isEmpty()
          ? Optional.empty()
          : Optional.of(replaced(text, number, 0, others.get(random.nextInt(others.size()))));
    }
  };

  /**
   * @param numbers of the same note, for one to be moved here
   * @return empty when there is nothing in the text to alter in this way
   */
  abstract Optional<String> of(String text, List<String> numbers, Random random);

  private static String replaced(String text, Matcher matcher, int group, String other) {
    return text.substring(0, matcher.start(group)) + other + text.substring(matcher.end(group));
  }
}
