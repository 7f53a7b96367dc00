package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the clinician orders, reads and prescribes, each thing once, with where it was said. */
final class Actions {
  private static final Set<ConceptKind> DRUGS =
      EnumSet.of(ConceptKind.DRUG, ConceptKind.DRUG_CLASS);

  private final Visit visit;

  Actions(Visit visit) {
    this.visit = visit;
  }

  /** Tests that are to be done. */
  Map<Concept, List<Evidence>> testsOrdered() {
    Map<Concept, List<Evidence>> ordered = tests("orders");
    testsRead().keySet().forEach(ordered::remove);
    return ordered;
  }

  /** Tests whose results were read. */
  Map<Concept, List<Evidence>> testsRead() {
    return tests("reviewed");
  }

  private Map<Concept, List<Evidence>> tests(String cue) {
    return found(
        naming ->
            naming.concept().kind() == ConceptKind.TEST
                && !Cues.is("not-ordered", naming.concept().name()),
        cue);
  }

  Map<Concept, List<Evidence>> drugsManaged() {
    return found(naming -> DRUGS.contains(naming.concept().kind()), "prescribes");
  }

  Map<Concept, List<Evidence>> operations() {
    return found(naming -> Cues.is("surgery", naming.concept().name()), "orders");
  }

  private Map<Concept, List<Evidence>> found(Predicate<Naming> what, String cue) {
    Map<Concept, List<Evidence>> found = new LinkedHashMap<>();
    for (Naming naming : visit.namings()) {
      boolean said =
          naming.role() == Role.CLINICIAN
              && naming.assertion() != Assertion.NEGATED
              && naming.assertion() != Assertion.ANOTHERS
              && naming.assertion() != Assertion.PAST
              && naming.statement() >= 0
              && Cues.within(cue, visit.clauses().get(naming.statement()).tokens());
      if (said && what.test(naming)) {
        found.computeIfAbsent(naming.concept(), c -> new ArrayList<>()).addAll(naming.evidence());
      }
    }
    return found;
  }

  /** Where the clinician says a phrase of a group; the first few places. */
  List<Evidence> said(String cue) {
    return said(cue, EnumSet.of(Role.CLINICIAN));
  }

  List<Evidence> said(String cue, Set<Role> roles) {
    List<Evidence> places = new ArrayList<>();
    for (Spoken spoken : visit.clauses()) {
      int at = roles.contains(spoken.role()) ? Cues.find(cue, spoken.tokens()) : -1;
      if (at >= 0 && places.size() < 3) {
        places.addAll(spoken.evidence(at, at + Cues.at(cue, spoken.tokens(), at)));
      }
    }
    return places;
  }
}
