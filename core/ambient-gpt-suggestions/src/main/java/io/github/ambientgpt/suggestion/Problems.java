package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The patient's problems: what is denied, somebody else's, feared or long gone is none. */
final class Problems {
  private static final Set<Assertion> HELD = EnumSet.of(Assertion.AFFIRMED, Assertion.POSSIBLE);

  /** Words that fit a code less than this are not worth a person's time. */
  private static final double LEAST = 0.6;

  /** A single word, such as "lesion", must fit better. */
  private static final double LEAST_OF_ONE = 0.75;

  /** The vocabulary's name leaves out the part of the body that was said with it. */
  private static final double PART_LOST = 0.75;

  /** The words of the visit go before the vocabulary's name for them when they fit this well. */
  private static final double FITS = 0.75;

  private Problems() {}

  /** Conditions before symptoms, else in the order they were first named. */
  static List<Problem> of(Visit visit) {
    boolean pregnant = isPregnant(visit);
    Map<String, Optional<IcdMatch>> known = new HashMap<>();
    Map<String, IcdMatch> matches = new LinkedHashMap<>();
    Map<String, List<Naming>> said = new LinkedHashMap<>();
    for (Naming naming : visit.namings()) {
      if (isProblem(naming) && HELD.contains(naming.assertion()) && !isCovered(naming, visit)) {
        known
            .computeIfAbsent(
                naming.words() + "|" + naming.concept().name(), w -> match(naming, pregnant))
            .ifPresent(
                match -> {
                  String code = match.code().code();
                  matches.merge(code, match, (a, b) -> b.score() > a.score() ? b : a);
                  said.computeIfAbsent(code, c -> new ArrayList<>()).add(naming);
                });
      }
    }
    List<Problem> problems = new ArrayList<>();
    said.forEach(
        (code, namings) ->
            problems.add(new Problem(matches.get(code), namings, denied(namings, visit))));
    List<Problem> all = List.copyOf(problems);
    problems.removeIf(problem -> isVague(problem, all));
    List<Problem> sorted = new ArrayList<>(problems.stream().filter(p -> !p.isSymptom()).toList());
    problems.stream().filter(Problem::isSymptom).forEach(sorted::add);
    return List.copyOf(sorted);
  }

  /** "Pain" beside any other problem, and an unspecified code beside one of the same for a side. */
  private static boolean isVague(Problem problem, List<Problem> among) {
    String code = problem.code().code();
    String stem = code.substring(0, code.length() - 1);
    boolean unspecified = problem.code().title().contains("unspecified");
    return among.stream()
        .filter(other -> !other.code().code().equals(code))
        .anyMatch(
            other ->
                CodeGroups.is("vague", problem.code()) && !CodeGroups.is("vague", other.code())
                    || unspecified
                        && !other.code().title().contains("unspecified")
                        && other.code().code().startsWith(stem)
                        && other.code().code().length() == code.length()
                        && other.isSame(problem));
  }

  private static boolean isProblem(Naming naming) {
    ConceptKind kind = naming.concept().kind();
    return kind == ConceptKind.CONDITION || kind == ConceptKind.SYMPTOM;
  }

  /** "Diabetes" is no second problem where type 2 diabetes is named. */
  private static boolean isCovered(Naming naming, Visit visit) {
    Concept broad = naming.concept();
    return visit.namings().stream()
        .filter(other -> isProblem(other) && other.assertion() == Assertion.AFFIRMED)
        .anyMatch(
            other ->
                !other.concept().equals(broad) && Vocabulary.english().isA(other.concept(), broad));
  }

  private static Optional<IcdMatch> match(Naming naming, boolean pregnant) {
    Icd10Cm table = Icd10Cm.official();
    Optional<IcdMatch> words = table.find(naming.words(), pregnant, 1).stream().findFirst();
    if (words.filter(match -> match.score() >= FITS).isPresent()) {
      return words;
    }
    boolean wide =
        IcdSearch.words(naming.words()).size() > IcdSearch.words(naming.mentioned()).size();
    Optional<IcdMatch> name =
        table.find(naming.concept().name(), pregnant, 1).stream()
            .findFirst()
            .map(match -> wide ? match.times(PART_LOST) : match);
    double least = IcdSearch.words(naming.words()).size() > 1 ? LEAST : LEAST_OF_ONE;
    return Stream.of(words, name)
        .flatMap(Optional::stream)
        .filter(match -> match.score() >= least)
        .max(Comparator.comparingDouble(IcdMatch::score));
  }

  private static List<Naming> denied(List<Naming> said, Visit visit) {
    Set<Concept> concepts = new HashSet<>();
    said.forEach(naming -> concepts.add(naming.concept()));
    return visit.namings().stream()
        .filter(naming -> naming.assertion() == Assertion.NEGATED)
        .filter(naming -> concepts.contains(naming.concept()))
        .toList();
  }

  private static boolean isPregnant(Visit visit) {
    return visit.namings().stream()
        .filter(naming -> naming.assertion() == Assertion.AFFIRMED)
        .anyMatch(naming -> Cues.is("pregnancy", naming.concept().name()));
  }
}
