package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Amount;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** "80 over 130" where "130 over 80" was said, "4 to 8" where it was "4 to 6". */
final class PairComparison implements Comparison {
  private static final Pattern SEPARATOR = Pattern.compile("[/-]");

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    for (String pair : claim.contents().pairs().map(Amount::name).distinct().toList()) {
      if (where(grounds, pair::equals).isPresent()) {
        continue;
      }
      OptionalInt turned = where(grounds, turned(pair)::equals);
      if (turned.isPresent()) {
        findings.contradicted(
            Reason.Kind.NUMBER,
            "The visit gives %s the other way round".formatted(pair),
            turned.getAsInt());
        continue;
      }
      OptionalInt other =
          grounds.first(
              grounds.near(), contents -> contents.pairs().anyMatch(p -> areAlike(pair, p.name())));
      if (other.isPresent()) {
        findings.contradicted(
            Reason.Kind.NUMBER,
            "The visit gives another pair of numbers than %s".formatted(pair),
            other.getAsInt());
      }
    }
  }

  private static OptionalInt where(Grounds grounds, Predicate<String> fits) {
    return grounds.first(
        grounds.everywhere(), contents -> contents.pairs().anyMatch(p -> fits.test(p.name())));
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
