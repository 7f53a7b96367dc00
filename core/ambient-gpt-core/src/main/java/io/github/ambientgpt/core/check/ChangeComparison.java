package io.github.ambientgpt.core.check;

import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.reading.Polarity;
import io.github.ambientgpt.core.reading.Status;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** What is done with a drug: "stop" is not "start". Each change belongs to the drug behind it. */
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
    List<Term> drugs =
        Stream.of(ConceptKind.DRUG, ConceptKind.DRUG_CLASS).flatMap(claim.contents()::of).toList();
    if (drugs.isEmpty()) {
      ofOtherThings(claim, grounds, findings);
      return;
    }
    for (Term drug : drugs) {
      BitSet naming = grounds.said().naming(drug);
      Optional<String> change = change(claim.contents(), drug);
      if (change.isPresent() && !naming.isEmpty()) {
        compare(change.get(), drug, naming, grounds, findings);
      }
    }
  }

  /** The last change before the drug. */
  private static Optional<String> change(Contents contents, Term drug) {
    return contents.changes().stream()
        .filter(change -> OPPOSITES.containsKey(change.name()))
        .filter(change -> change.position() <= drug.position())
        .max(Comparator.comparingInt(Contents.Change::position))
        .map(Contents.Change::name);
  }

  /** In "switch from one to the other" each has its own change; elsewhere all are of all. */
  private static Stream<String> changes(Contents contents, Term drug) {
    return contents.isSwitch()
        ? contents.terms().stream()
            .filter(drug::isSameAs)
            .flatMap(term -> change(contents, term).stream())
        : contents.changeNames();
  }

  private static void compare(
      String change, Term drug, BitSet naming, Grounds grounds, Findings findings) {
    Set<String> heard = new HashSet<>(grounds.heard(naming, c -> changes(c, drug)));
    if (heard.contains(change)) {
      return;
    }
    Set<String> opposite = OPPOSITES.get(change);
    OptionalInt rival =
        grounds.first(
            naming,
            contents ->
                (contents.of(ConceptKind.DRUG).map(Term::concept).distinct().count() <= 1
                        || contents.isSwitch())
                    && changes(contents, drug).anyMatch(opposite::contains));
    if (rival.isPresent()) {
      findings.contradicted(
          Reason.Kind.STATUS,
          "The visit says to do something else with '%s'".formatted(drug.written()),
          rival.getAsInt());
    } else if (change.equals("stop") && !isStopped(drug, grounds, naming)) {
      findings.doubted(Reason.Kind.STATUS, "The visit does not say to stop it.");
    } else if (change.equals("start")
        && drug.assertion().status().isToCome()
        && !isToStart(drug, grounds, naming)) {
      findings.questioned(Reason.Kind.STATUS, "The visit does not say to start it.");
    }
  }

  /** Whether the drug is stopped or denied where it is named, or close by. */
  private static boolean isStopped(Term drug, Grounds grounds, BitSet naming) {
    return grounds
            .near(naming, c -> c.namesClinical() ? Stream.<String>of() : c.changeNames())
            .contains("stop")
        || grounds.said().mentions(drug).stream()
            .anyMatch(
                found ->
                    found.polarity() == Polarity.NEGATED
                        || found.assertion().status() == Status.STOPPED);
  }

  private static boolean isToStart(Term drug, Grounds grounds, BitSet naming) {
    boolean taken =
        grounds.heard(naming, Contents::changeNames).contains("continue")
            || grounds.said().mentions(drug).stream()
                .anyMatch(
                    found ->
                        found.polarity() == Polarity.AFFIRMED
                            && !found.assertion().status().isToCome()
                            && found.assertion().status() != Status.CONDITIONAL);
    return grounds.heard(naming, Contents::changeNames).contains("start")
        || !taken
            && grounds
                .near(naming, c -> c.namesClinical() ? Stream.<String>of() : c.changeNames())
                .contains("start")
        || !taken
            && grounds.said().mentions(drug).stream()
                .anyMatch(found -> found.assertion().status().isToCome());
  }

  /** "Will start taking his blood sugars". */
  private static boolean isToBegin(Contents claimed) {
    return !claimed.conditional()
        && claimed.changes().stream()
            .filter(change -> change.name().equals("begin"))
            .anyMatch(
                change ->
                    claimed.terms().stream()
                        .filter(term -> term.position() > change.position())
                        .limit(2)
                        .anyMatch(term -> term.assertion().status().isToCome()));
  }

  /** "Stop his regular activities" where nobody spoke of stopping. */
  private static void ofOtherThings(Claim claim, Grounds grounds, Findings findings) {
    if (isToBegin(claim.contents())
        && !grounds.heardNear(Contents::changeNames).contains("begin")
        && grounds.heardNear(c -> c.terms().stream()).stream()
            .filter(term -> term.assertion().status().isToCome())
            .noneMatch(claim.contents()::names)) {
      findings.questioned(Reason.Kind.STATUS, "The visit does not say to start it.");
    }
    boolean stops =
        !claim.contents().conditional() && claim.contents().changeNames().anyMatch("over"::equals);
    if (stops
        && !grounds.heardNear(Contents::changeNames).contains("stop")
        && grounds.heardNear(c -> c.terms().stream()).stream()
            .filter(term -> term.polarity() == Polarity.NEGATED)
            .noneMatch(claim.contents()::names)) {
      findings.questioned(Reason.Kind.STATUS, "The visit does not say to stop it.");
    }
  }
}
