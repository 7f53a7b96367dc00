package io.github.ambientgpt.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One row of alterations.tsv.
 *
 * @param replacements what may stand there then
 */
record Exchange(Pattern sought, List<Replacement> replacements) {
  /**
   * @param text may refer to groups of the pattern
   * @param unless not where one of these was said
   */
  private record Replacement(String text, List<String> unless) {
    static Replacement of(String cell) {
      String[] parts = cell.split(" !", 2);
      return new Replacement(
          parts[0], parts.length == 1 ? List.of() : Arrays.asList(parts[1].split(",")));
    }
  }

  static Exchange of(String sought, String replacements) {
    return new Exchange(
        Pattern.compile(sought, Pattern.CASE_INSENSITIVE),
        Arrays.stream(replacements.split(" / ")).map(Replacement::of).toList());
  }

  /** Empty when it is not there, or when all that could stand there was said in the visit. */
  Optional<String> of(String text, Said said) {
    Matcher matcher = sought.matcher(text);
    if (!matcher.find()) {
      return Optional.empty();
    }
    List<Replacement> left = new ArrayList<>(replacements);
    left.removeIf(replacement -> replacement.unless().stream().anyMatch(said::has));
    if (left.isEmpty()) {
      return Optional.empty();
    }
    // chosen by the text, so that a statement is altered alike in every run
    Replacement chosen = left.get(Math.floorMod(text.hashCode(), left.size()));
    StringBuilder altered = new StringBuilder();
    matcher.appendReplacement(altered, chosen.text());
    matcher.appendTail(altered);
    return Optional.of(capitalLike(text, altered.toString().strip()));
  }

  private static String capitalLike(String text, String altered) {
    return !altered.isEmpty() && Character.isUpperCase(text.charAt(0))
        ? Character.toUpperCase(altered.charAt(0)) + altered.substring(1)
        : altered;
  }
}
