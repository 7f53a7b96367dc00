package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.Kind;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** "Stop" is not "start". */
final class ActionComparison implements Comparison {
  private static final Map<String, Set<String>> OPPOSITES =
      Map.of(
          "start", Set.of("stop"),
          "continue", Set.of("stop"),
          "stop", Set.of("start", "continue", "increase"),
          "increase", Set.of("decrease", "stop"),
          "decrease", Set.of("increase"));

  @Override
  public void compare(Claim claim, Grounds grounds, Consumer<Reason> reasons) {
    long drugs = claim.reading().of(Kind.DRUG).distinct().count();
    Set<String> heard = new HashSet<>(grounds.heard(grounds.rest(), Reading::actions));
    boolean severalThings =
        drugs > 1 && claim.reading().actions().stream().anyMatch(heard::contains);
    if (drugs == 0 || severalThings) {
      return;
    }
    for (String action : claim.reading().actions()) {
      if (!heard.contains(action) && !Collections.disjoint(heard, OPPOSITES.get(action))) {
        reasons.accept(
            new Reason(Reason.Kind.NEGATION, "The visit says to do something else with it."));
        return;
      }
    }
  }
}
