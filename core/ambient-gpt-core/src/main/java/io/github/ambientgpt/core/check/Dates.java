package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.english.Token;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  static Set<String> of(List<Token> tokens) {
    Set<String> dates = new HashSet<>();
    for (int i = 0; i < tokens.size(); i++) {
      String word = tokens.get(i).text();
      Matcher written = WRITTEN.matcher(word);
      if (written.matches()) {
        dates.add(MONTHS.get(Integer.parseInt(written.group(1)) - 1));
      } else if (Cues.is("date", word)) {
        dates.add(word);
      } else if (i > 0 && Cues.is("date-of", word)) {
        String before = tokens.get(i - 1).text();
        if (before.equals("next") || before.equals("last")) {
          dates.add(before + " " + word);
        }
      }
    }
    return dates;
  }
}
