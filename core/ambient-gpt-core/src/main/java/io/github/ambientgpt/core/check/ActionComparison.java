package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

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
    List<Term> drugs = claim.reading().of(ConceptKind.DRUG).toList();
    Set<String> claimed = claim.reading().actions();
    BitSet naming = naming(drugs, grounds);
    if (claimed.isEmpty() || naming.isEmpty()) {
      return;
    }
    Set<String> heard = new HashSet<>(grounds.heard(naming, Reading::actions));
    if (drugs.stream().map(Term::concept).distinct().count() > 1
        && !Collections.disjoint(claimed, heard)) {
      return; // one is started for the other
    }
    Predicate<String> contradicted =
        action -> !heard.contains(action) && !Collections.disjoint(heard, OPPOSITES.get(action));
    boolean stopped = claimed.contains("stop") && !isStopped(drugs, grounds, naming);
    if (stopped || claimed.stream().anyMatch(contradicted)) {
      reasons.accept(
          new Reason(Reason.Kind.NEGATION, "The visit says to do something else with it."));
    }
  }

  private static BitSet naming(List<Term> drugs, Grounds grounds) {
    BitSet naming = new BitSet();
    drugs.forEach(drug -> naming.or(grounds.said().naming(drug)));
    return naming;
  }

  /** Whether one of the drugs is stopped or denied where it is named, or close by. */
  private static boolean isStopped(List<Term> drugs, Grounds grounds, BitSet naming) {
    return grounds.heard(naming, Reading::actions).contains("stop")
        || grounds.near(naming, ActionComparison::ofUnnamed).contains("stop")
        || drugs.stream()
            .flatMap(drug -> grounds.said().mentions(drug).stream())
            .anyMatch(found -> found.polarity() == Polarity.NEGATED);
  }

  /** What is done with something that is named before or after: "I stopped that". */
  private static Set<String> ofUnnamed(Reading reading) {
    return reading.namesClinical() ? Set.of() : reading.actions();
  }
}
