package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** "80 over 130" where "130 over 80" was said, "4 to 8" where it was "4 to 6". */
final class PairComparison implements Comparison {
  private static final Pattern SEPARATOR = Pattern.compile("[/-]");

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    for (String pair : claim.reading().pairs()) {
      Set<String> heard = new HashSet<>(grounds.heardAnywhere(Reading::pairs));
      if (heard.contains(pair)) {
        continue;
      }
      if (heard.contains(turned(pair))) {
        reasons.accept(
            new Reason(
                Reason.Kind.NUMBER, "The visit gives %s the other way round.".formatted(pair)));
        continue;
      }
      grounds.heardNear(Reading::pairs).stream()
          .filter(other -> areAlike(pair, other))
          .findFirst()
          .ifPresent(
              other ->
                  reasons.accept(
                      new Reason(
                          Reason.Kind.NUMBER,
                          "The visit gives %s, not %s.".formatted(other, pair))));
    }
  }

  private static String turned(String pair) {
    int at = SEPARATOR.matcher(pair).results().findFirst().orElseThrow().start();
    return pair.substring(at + 1) + pair.charAt(at) + pair.substring(0, at);
  }

  /** Of one sort, with one number in common. */
  private static boolean areAlike(String pair, String other) {
    List<String> mine = Arrays.asList(SEPARATOR.split(pair));
    List<String> theirs = Arrays.asList(SEPARATOR.split(other));
    return pair.contains("/") == other.contains("/")
        && (mine.get(0).equals(theirs.get(0)) || mine.get(1).equals(theirs.get(1)));
  }
}
