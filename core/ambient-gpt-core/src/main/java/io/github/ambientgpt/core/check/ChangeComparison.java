package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** What is done with a drug: "stop" is not "start". */
final class ChangeComparison implements Comparison {
  private static final Map<String, Set<String>> OPPOSITES =
      Map.of(
          "start", Set.of("stop"),
          "continue", Set.of("stop"),
          "stop", Set.of("start", "continue", "increase"),
          "increase", Set.of("decrease", "stop"),
          "decrease", Set.of("increase"));

  @Override
  public void compare(Claim claim, Grounds grounds, Findings findings) {
    List<Term> drugs = claim.contents().of(ConceptKind.DRUG).toList();
    Set<String> claimed = claim.contents().changes();
    BitSet naming = new BitSet();
    drugs.forEach(drug -> naming.or(grounds.said().naming(drug)));
    if (claimed.isEmpty() || naming.isEmpty()) {
      return;
    }
    Set<String> heard = new HashSet<>(grounds.heard(naming, c -> c.changes().stream()));
    if (drugs.stream().map(Term::concept).distinct().count() > 1
        && !Collections.disjoint(claimed, heard)) {
      return; // one is started for the other
    }
    for (String change : claimed) {
      Set<String> opposite = OPPOSITES.get(change);
      OptionalInt rival =
          heard.contains(change)
              ? OptionalInt.empty()
              : grounds.first(
                  naming, contents -> !Collections.disjoint(contents.changes(), opposite));
      if (rival.isPresent()) {
        findings.contradicted(
            Reason.Kind.STATUS, "The visit says to do something else with it", rival.getAsInt());
        return;
      }
    }
    if (claimed.contains("stop") && !isStopped(drugs, grounds, naming)) {
      findings.doubted(Reason.Kind.STATUS, "The visit does not say to stop it.");
    }
  }

  /** Whether one of the drugs is stopped or denied where it is named, or close by. */
  private static boolean isStopped(List<Term> drugs, Grounds grounds, BitSet naming) {
    return grounds.heard(naming, c -> c.changes().stream()).contains("stop")
        || grounds
            .near(naming, c -> c.namesClinical() ? java.util.stream.Stream.<String>of() : c.changes().stream())
            .contains("stop")
        || drugs.stream()
            .flatMap(drug -> grounds.said().mentions(drug).stream())
            .anyMatch(found -> found.polarity() == Polarity.NEGATED);
  }
}
