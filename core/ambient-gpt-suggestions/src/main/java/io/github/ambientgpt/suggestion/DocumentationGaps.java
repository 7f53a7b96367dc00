package io.github.ambientgpt.suggestion;

import static io.github.ambientgpt.core.vocabulary.ConceptKind.DRUG;
import static io.github.ambientgpt.core.vocabulary.ConceptKind.FINDING;

import io.github.ambientgpt.core.english.Numbers;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.vocabulary.Concept;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Source;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A checklist of what a payer would miss: each item with where it was said, or not found. */
final class DocumentationGaps {
  private static final Source RULE = new Source(Source.By.RULE, "payer's checklist");
  private static final Set<Role> ANYBODY = EnumSet.allOf(Role.class);

  /** An order and its reason stand no more clauses apart than this. */
  private static final int NEAR = 4;

  private static final Map<String, Item> ITEMS = new HashMap<>();

  private record Item(String what, String advice) {}

  static {
    Table.read(
        DocumentationGaps.class,
        "documentation-gaps.tsv",
        row -> ITEMS.put(row.get(0), new Item(row.get(1), row.get(2))));
  }

  private final Visit visit;
  private final List<Problem> problems;
  private final Actions actions;
  private final List<Suggestion> items = new ArrayList<>();

  private DocumentationGaps(Visit visit, List<Problem> problems) {
    this.visit = visit;
    this.problems = problems;
    this.actions = new Actions(visit);
  }

  static List<Suggestion> of(Visit visit, List<Problem> problems, VisitDetails details) {
    DocumentationGaps view = new DocumentationGaps(visit, problems);
    view.history();
    view.orders();
    view.add("allergies", "", view.actions.said("allergies", ANYBODY));
    view.add("tobacco", "", view.actions.said("smoking", ANYBODY));
    view.add("counsel", "", view.actions.said("counsel"));
    view.add("follow-up", "", view.actions.said("follow-up"));
    if (details.minutes().isEmpty()) {
      view.add("time", "", List.of());
    }
    return List.copyOf(view.items);
  }

  private void history() {
    List<Evidence> complaint =
        problems.stream().limit(1).flatMap(problem -> problem.evidence().stream()).toList();
    add("complaint", "", complaint.stream().limit(1).toList());
    add("duration", "", duration());
    add("examination", "", examination());
    add(
        "diagnosis",
        "",
        problems.stream()
            .filter(problem -> !problem.isSymptom() && problem.isAddressed())
            .flatMap(problem -> problem.evidence().stream().limit(1))
            .toList());
  }

  /**
   * "for two weeks", in a clause that names a problem or in the next, but not how long a drug is
   * taken.
   */
  private List<Evidence> duration() {
    List<Spoken> clauses = visit.clauses();
    Set<Integer> near = new TreeSet<>();
    for (Problem problem : problems) {
      for (Naming naming : problem.said()) {
        if (naming.statement() >= 0) {
          near.add(naming.statement());
          near.add(Math.min(naming.statement() + 1, clauses.size() - 1));
        }
      }
    }
    for (int number : near) {
      Spoken spoken = clauses.get(number);
      int at = Cues.find("duration", spoken.tokens());
      if (at >= 0
          && visit.namings().stream().noneMatch(n -> n.statement() == number && n.is(DRUG))) {
        return spoken.evidence(Math.max(0, at - 2), at + 1);
      }
    }
    return List.of();
  }

  private List<Evidence> examination() {
    return visit.namings().stream()
        .filter(n -> n.is(FINDING))
        .filter(n -> n.role() == Role.CLINICIAN)
        .limit(3)
        .flatMap(n -> n.evidence().stream())
        .toList();
  }

  private void orders() {
    Map<Concept, List<Evidence>> drugs = actions.drugsManaged();
    Map<Concept, List<Evidence>> orders = new LinkedHashMap<>(actions.testsOrdered());
    orders.putAll(actions.operations());
    orders.putAll(drugs);
    orders.forEach((order, where) -> add("reason", order.name(), reason(order)));
    drugs.keySet().stream()
        .filter(drug -> drug.kind() == DRUG)
        .forEach(drug -> add("dose", drug.name(), dose(drug)));
  }

  /** Of the problems that are named near an order, the nearest. */
  private List<Evidence> reason(Concept order) {
    for (int far = 0; far <= NEAR; far++) {
      for (Naming naming : visit.namings()) {
        if (naming.concept().equals(order) && naming.role() == Role.CLINICIAN) {
          for (Problem problem : problems) {
            for (Naming said : problem.said()) {
              if (Math.abs(said.statement() - naming.statement()) == far
                  && naming.statement() >= 0) {
                return said.evidence();
              }
            }
          }
        }
      }
    }
    return List.of();
  }

  private List<Evidence> dose(Concept drug) {
    for (Naming naming : visit.namings()) {
      if (naming.concept().equals(drug) && naming.statement() >= 0) {
        Spoken spoken = visit.clauses().get(naming.statement());
        List<Token> tokens = spoken.tokens();
        for (int i = 0; i < tokens.size(); i++) {
          int to = Numbers.at(tokens, i).map(Numbers.Spoken::to).orElse(0);
          if (to > 0 && to < tokens.size() && isUnit(tokens.get(to).text())) {
            return spoken.evidence(i, to + 1);
          }
        }
      }
    }
    return List.of();
  }

  private static boolean isUnit(String word) {
    return Vocabulary.english().units().get(word).isPresent() || Cues.is("piece", word);
  }

  private void add(String item, String of, List<Evidence> evidence) {
    Item asked = ITEMS.get(item);
    String text = of.isEmpty() ? asked.what() : asked.what() + " " + of;
    boolean found = !evidence.isEmpty();
    items.add(
        new Suggestion(
            Kind.PAYER,
            "",
            text,
            found ? Standing.CHECKED : Standing.MISSING,
            RULE,
            found ? List.of(new Ground("Found", evidence)) : List.of(),
            found ? List.of() : List.of("Not found in the visit. " + asked.advice())));
  }
}
