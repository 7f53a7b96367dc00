package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts every statement of notes before the checker, as it is, altered in every way that it can be,
 * and written otherwise. Of a statement that is not supported as it is, nothing can be learned by
 * altering it.
 */
final class CheckerTrial {
  private static final List<Alteration> ALTERATIONS = Alteration.all();

  private final Checker checker = new Checker();
  private final Map<String, Share> caught = new HashMap<>();
  private final Map<Rewriting, Share> misread = new EnumMap<>(Rewriting.class);
  private final List<String> failures = new ArrayList<>();
  private final Set<String> visits = new HashSet<>();
  private Share flagged = Share.NONE;

  void add(WrittenNote written) {
    Visit visit = written.visit();
    visits.add(visit.id());
    Note note = checker.check(written.note(), visit.transcript());
    Said said = Said.of(visit.transcript(), note.statements().map(Statement::text).toList());
    List<Variant> variants = new ArrayList<>();
    List<Section> sections = new ArrayList<>();
    for (Section section : note.sections()) {
      List<Statement> statements = new ArrayList<>();
      for (Statement truth : section.statements()) {
        boolean alarm = Flagged.is(truth.support());
        flagged = flagged.plus(alarm);
        if (alarm) {
          failures.add(visit.id() + " false alarm: " + truth.text() + " " + why(truth));
        } else if (truth.support() == Support.SUPPORTED) {
          for (Variant variant : variants(truth, said)) {
            variants.add(variant);
            statements.add(Statement.unchecked(truth.topic(), variant.text(), List.of()));
          }
        }
      }
      // under the heading that the statement had: an examination is another thing than a plan
      sections.add(new Section(section.title(), statements));
    }
    Note altered = Note.draft(note.template(), sections, Generation.GIVEN);
    List<Statement> checked = checker.check(altered, visit.transcript()).statements().toList();
    for (int i = 0; i < checked.size(); i++) {
      count(visit, variants.get(i), checked.get(i));
    }
  }

  private static List<Variant> variants(Statement truth, Said said) {
    List<Variant> variants = new ArrayList<>();
    for (Alteration alteration : ALTERATIONS) {
      alteration
          .of(truth.text(), said)
          .ifPresent(text -> variants.add(new Variant(alteration.kind(), null, text)));
    }
    for (Rewriting rewriting : Rewriting.values()) {
      rewriting
          .of(truth.text())
          .ifPresent(text -> variants.add(new Variant(rewriting.name(), rewriting, text)));
    }
    return variants;
  }

  private void count(Visit visit, Variant variant, Statement checked) {
    boolean hit = Flagged.is(checked.support());
    if (variant.rewriting() == null) {
      caught.merge(variant.kind(), Share.NONE.plus(hit), Share::plus);
    } else {
      misread.merge(variant.rewriting(), Share.NONE.plus(hit), Share::plus);
    }
    boolean wrong = hit == (variant.rewriting() != null);
    if (wrong) {
      String verdict = hit ? " misread " : " missed ";
      failures.add(visit.id() + verdict + variant.kind() + ": " + checked.text() + why(checked));
    }
  }

  private static String why(Statement statement) {
    return statement.reasons().isEmpty()
        ? ""
        : " " + statement.reasons().stream().map(reason -> reason.message()).toList();
  }

  int visits() {
    return visits.size();
  }

  /** Statements that were flagged as they are. */
  Share flagged() {
    return flagged;
  }

  /** Altered statements that were caught, of those that were supported before. */
  Share caught(String kind) {
    return caught.getOrDefault(kind, Share.NONE);
  }

  /** True statements that were flagged once they were written otherwise. */
  Share misread(Rewriting kind) {
    return misread.getOrDefault(kind, Share.NONE);
  }

  /** For whoever builds the checker: never of held-out visits. */
  List<String> failures() {
    return failures;
  }

  /**
   * A statement that is no longer as it was.
   *
   * @param rewriting null when it was made false
   */
  private record Variant(String kind, Rewriting rewriting, String text) {}
}
