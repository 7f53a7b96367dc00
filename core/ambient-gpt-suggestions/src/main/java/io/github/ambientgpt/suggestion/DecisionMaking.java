package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.suggestion.Suggestion.Ground;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;

/**
 * The three parts of medical decision making, each with what was found for it. Its level is what
 * two of the three reach. The rules are those of office visits since 2021, in our own words and
 * simplified: what a transcript cannot show, such as severity, is not counted.
 */
final class DecisionMaking {
  private final Actions actions;
  private final List<Ground> grounds = new ArrayList<>();
  private final List<Complexity> parts = new ArrayList<>();

  /**
   * @param social where circumstances of life were named that bear on health
   */
  DecisionMaking(Visit visit, List<Problem> problems, List<Evidence> social) {
    this.actions = new Actions(visit);
    List<Problem> addressed = addressed(problems);
    problems(addressed, visit);
    data(visit);
    risk(social);
  }

  /** What two of the three parts reach. */
  Complexity level() {
    return parts.stream().sorted().toList().get(1);
  }

  /** One for each thing found, and one for each part, in the order of the parts. */
  List<Ground> grounds() {
    return List.copyOf(grounds);
  }

  private static List<Problem> addressed(List<Problem> problems) {
    List<Problem> conditions =
        problems.stream().filter(p -> !p.isSymptom() && p.isAddressed()).toList();
    if (!conditions.isEmpty()) {
      return conditions;
    }
    return problems.stream().limit(1).toList();
  }

  // -- problems

  private void problems(List<Problem> addressed, Visit visit) {
    Complexity part = Complexity.STRAIGHTFORWARD;
    List<Problem> chronic = new ArrayList<>();
    List<Problem> minor = new ArrayList<>();
    List<Ground> found = new ArrayList<>();
    for (Problem problem : addressed) {
      IcdCode code = problem.code();
      if (CodeGroups.is("threat", code)) {
        part = part.and(Complexity.HIGH);
        found.add(ground("may threaten life or a function of the body", problem));
      } else if (CodeGroups.is("chronic", code)) {
        chronic.add(problem);
        boolean worse = isWorse(problem, visit);
        part = part.and(worse ? Complexity.MODERATE : Complexity.LOW);
        found.add(ground(worse ? "chronic, not at its goal or worse" : "chronic, stable", problem));
      } else if (CodeGroups.is("minor", code)) {
        minor.add(problem);
        found.add(ground("minor", problem));
      } else if (CodeGroups.is("systemic", code)) {
        part = part.and(Complexity.MODERATE);
        found.add(ground("acute, of the whole body", problem));
      } else if (problem.isSymptom() || problem.isPossible()) {
        part = part.and(Complexity.LOW);
        found.add(ground("new, cause not yet known (moderate when its outcome is open)", problem));
      } else {
        part = part.and(Complexity.LOW);
        found.add(ground("acute, uncomplicated", problem));
      }
    }
    if (chronic.size() > 1) {
      part = part.and(Complexity.MODERATE);
    }
    if (minor.size() > 1) {
      part = part.and(Complexity.LOW);
    }
    add("Problems", part, found, "none found that the clinician dealt with");
  }

  private static boolean isWorse(Problem problem, Visit visit) {
    return problem.said().stream()
        .anyMatch(
            naming ->
                naming.statement() >= 0
                    && Cues.within("worse", visit.clauses().get(naming.statement()).tokens()));
  }

  private static Ground ground(String what, Problem problem) {
    return new Ground("Problem, " + what + ": " + problem.words(), problem.evidence());
  }

  // -- data

  private void data(Visit visit) {
    List<Ground> found = new ArrayList<>();
    Map<Concept, List<Evidence>> ordered = actions.testsOrdered();
    Map<Concept, List<Evidence>> read = actions.testsRead();
    ordered.forEach((test, where) -> found.add(new Ground("Test ordered: " + test.name(), where)));
    read.forEach((test, where) -> found.add(new Ground("Test read: " + test.name(), where)));
    int counted = ordered.size() + read.size();
    List<Evidence> historian = historian(visit);
    if (!historian.isEmpty()) {
      found.add(new Ground("Somebody else than the patient tells the history", historian));
    }
    List<Evidence> interpreted = actions.said("interpreted");
    if (!interpreted.isEmpty()) {
      found.add(new Ground("The clinician reads a test themselves", interpreted));
    }
    boolean many = counted + (historian.isEmpty() ? 0 : 1) >= 3;
    Complexity part = Complexity.STRAIGHTFORWARD;
    if (counted >= 2 || !historian.isEmpty()) {
      part = Complexity.LOW;
    }
    if (many || !interpreted.isEmpty()) {
      part = Complexity.MODERATE;
    }
    if (many && !interpreted.isEmpty()) {
      part = Complexity.HIGH;
    }
    add("Data", part, found, "no test ordered or read, nobody else asked");
  }

  private static List<Evidence> historian(Visit visit) {
    return visit.clauses().stream()
        .filter(spoken -> spoken.role() == Role.OTHER && spoken.tokens().size() > 4)
        .limit(2)
        .flatMap(spoken -> spoken.clause().evidence().stream())
        .toList();
  }

  // -- risk

  private void risk(List<Evidence> social) {
    Complexity part = Complexity.STRAIGHTFORWARD;
    List<Ground> found = new ArrayList<>();
    for (Map.Entry<Concept, List<Evidence>> drug : actions.drugsManaged().entrySet()) {
      String name = drug.getKey().name();
      if (Cues.is("otc", name)) {
        part = part.and(Complexity.LOW);
        found.add(new Ground("Drug that needs no prescription: " + name, drug.getValue()));
      } else {
        part = part.and(Complexity.MODERATE);
        found.add(new Ground("Prescription drug managed: " + name, drug.getValue()));
        if (Cues.is("intensive", name)) {
          String what = "Drug that may need close watch of its harm (then high): " + name;
          found.add(new Ground(what, drug.getValue()));
        }
      }
    }
    for (Map.Entry<Concept, List<Evidence>> operation : actions.operations().entrySet()) {
      part = part.and(Complexity.MODERATE);
      String what = "Operation decided on or weighed (high when major and risky): ";
      found.add(new Ground(what + operation.getKey().name(), operation.getValue()));
    }
    List<Evidence> hospital = actions.said("hospital", EnumSet.of(Role.CLINICIAN));
    if (!hospital.isEmpty()) {
      found.add(new Ground("Hospital spoken of (high when decided on)", hospital));
    }
    if (!social.isEmpty()) {
      part = part.and(Complexity.LOW);
      found.add(
          new Ground("Circumstances of life (moderate when they limit the treatment)", social));
    }
    add("Risk", part, found, "no drug, operation or stay in hospital decided on");
  }

  private void add(String name, Complexity part, List<Ground> found, String nothing) {
    parts.add(part);
    Collection<Evidence> all =
        found.stream().flatMap(ground -> ground.evidence().stream()).distinct().toList();
    String what = found.isEmpty() ? nothing : found.size() + " found";
    grounds.add(new Ground("%s: %s (%s)".formatted(name, part.word(), what), List.copyOf(all)));
    grounds.addAll(found);
  }

  /** Each part and what it reaches, in one line. */
  String summary() {
    return "problems %s, data %s, risk %s"
        .formatted(parts.get(0).word(), parts.get(1).word(), parts.get(2).word());
  }
}
