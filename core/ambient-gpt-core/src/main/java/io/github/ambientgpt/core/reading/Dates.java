package io.github.ambientgpt.core.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what a text says of the calendar: "friday", "april", "next week"; "04/2021" is in April.
 */
final class Dates {
  private static final Pattern WRITTEN =
      Pattern.compile("(0?[1-9]|1[0-2])/(?:\\d{1,2}/)?(?:19|20)\\d\\d");

  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private Dates() {}

  /** "04/2021" without what is compared as a month. */
  static String withoutMonth(String word) {
    return WRITTEN.matcher(word).matches() ? word.substring(word.indexOf('/') + 1) : word;
  }

  static List<Amount> of(Tokens tokens) {
    List<Amount> dates = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.word(i);
      Matcher written = WRITTEN.matcher(word);
      if (written.matches()) {
        dates.add(date(MONTHS.get(Integer.parseInt(written.group(1)) - 1), i, i));
      } else if (Cues.is(WordClass.DATE, word)) {
        dates.add(date(word, i, i));
      } else if (Cues.is(WordClass.DATE_OF, word)) {
        String before = tokens.word(i - 1);
        if (before.equals("next") || before.equals("last")) {
          dates.add(date(before + " " + word, i - 1, i));
        }
      }
    }
    return dates;
  }

  private static Amount date(String name, int first, int last) {
    return new Amount(
        Amount.Kind.DATE,
        name,
        Optional.empty(),
        Optional.empty(),
        new Range(first, last + 1),
        Optional.empty());
  }
}
