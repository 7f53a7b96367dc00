package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** "Mild" where "severe" was said. */
final class DegreeComparison implements Comparison {
  private static final List<String> DEGREES = List.of("mild", "moderate", "severe");

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    Set<String> claimed = degrees(claim.reading());
    Set<String> heard = grounds.bestReading().map(DegreeComparison::degrees).orElse(Set.of());
    if (!claimed.isEmpty() && !heard.isEmpty() && Collections.disjoint(claimed, heard)) {
      reasons.accept(
          new Reason(
              Reason.Kind.WORDING,
              "The visit says '%s', not '%s'."
                  .formatted(heard.iterator().next(), claimed.iterator().next())));
    }
  }

  private static Set<String> degrees(Reading reading) {
    return DEGREES.stream()
        .filter(
            degree ->
                reading.terms().stream()
                    .flatMap(term -> term.words().stream())
                    .anyMatch(word -> Cues.is(degree, word)))
        .collect(Collectors.toSet());
  }
}
