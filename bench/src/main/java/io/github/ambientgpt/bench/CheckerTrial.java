package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Alteration.Source;
import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts every statement of true notes before the checker, as it is, altered in every way that it can
 * be, and written otherwise. Flagged is what is anything but supported. Of a statement that is
 * flagged as it is, nothing can be learned by altering it: it counts as a false alarm only.
 */
final class CheckerTrial {
  private static final Pattern NUMBER = Pattern.compile("\\b\\d+(?:\\.\\d+)?\\b");

  private final Checker checker = new Checker();
  private final Random random = new Random(7);
  private final Map<Alteration, Share> caught = new EnumMap<>(Alteration.class);
  private final Map<Alteration, Share> alarms = new EnumMap<>(Alteration.class);
  private final Map<Rewriting, Share> misread = new EnumMap<>(Rewriting.class);
  private final List<String> failures = new ArrayList<>();
  private Share flagged = Share.NONE;
  private int visits;

  /**
   * @param note true in every statement
   */
  void add(Visit visit, Note note) {
    visits++;
    List<Statement> truths = checker.check(note, visit.transcript()).statements().toList();
    for (Statement truth : truths) {
      flagged = flagged.plus(isFlagged(truth));
      if (isFlagged(truth)) {
        failures.add(visit.id() + " false alarm: " + truth.text());
      }
    }
    Source source = source(visit, truths);
    for (Alteration kind : Alteration.values()) {
      alter(visit, truths, kind, source);
    }
    for (Rewriting kind : Rewriting.values()) {
      rewrite(visit, truths, kind);
    }
  }

  private void alter(Visit visit, List<Statement> truths, Alteration kind, Source source) {
    List<Statement> altered = new ArrayList<>();
    for (Statement truth : truths) {
      Optional<String> text = kind.of(truth.text(), source);
      if (text.isPresent()) {
        alarms.merge(kind, Share.NONE.plus(isFlagged(truth)), Share::plus);
        if (!isFlagged(truth)) {
          altered.add(Statement.unchecked(truth.topic(), text.get(), truth.evidence()));
        }
      }
    }
    for (Statement checked : checked(visit, altered)) {
      caught.merge(kind, Share.NONE.plus(isFlagged(checked)), Share::plus);
      if (!isFlagged(checked)) {
        failures.add(visit.id() + " missed " + kind + ": " + checked.text());
      }
    }
  }

  private void rewrite(Visit visit, List<Statement> truths, Rewriting kind) {
    List<Statement> rewritten = new ArrayList<>();
    for (Statement truth : truths) {
      if (!isFlagged(truth)) {
        kind.of(truth.text())
            .ifPresent(
                text -> rewritten.add(Statement.unchecked(truth.topic(), text, truth.evidence())));
      }
    }
    for (Statement checked : checked(visit, rewritten)) {
      misread.merge(kind, Share.NONE.plus(isFlagged(checked)), Share::plus);
      if (isFlagged(checked)) {
        failures.add(visit.id() + " misread " + kind + ": " + checked.text());
      }
    }
  }

  private List<Statement> checked(Visit visit, List<Statement> statements) {
    if (statements.isEmpty()) {
      return List.of();
    }
    List<Section> sections = List.of(new Section("All", statements));
    Note note = Note.draft("SOAP", sections, Generation.GIVEN);
    return checker.check(note, visit.transcript()).statements().toList();
  }

  private Source source(Visit visit, List<Statement> truths) {
    List<String> numbers =
        truths.stream()
            .flatMap(truth -> NUMBER.matcher(truth.text()).results().map(MatchResult::group))
            .distinct()
            .toList();
    String said = SpeechErrorMeasure.text(visit.transcript()).toLowerCase(Locale.ROOT);
    return new Source(numbers, said, random);
  }

  private static boolean isFlagged(Statement statement) {
    return statement.support() != Support.SUPPORTED;
  }

  int visits() {
    return visits;
  }

  /** True statements that were flagged. */
  Share flagged() {
    return flagged;
  }

  /** Altered statements that were caught. */
  Share caught(Alteration kind) {
    return caught.getOrDefault(kind, Share.NONE);
  }

  Share caught() {
    return caught.values().stream().reduce(Share.NONE, Share::plus);
  }

  /** Of what could be altered in this way, what was flagged as it is. */
  Share alarms(Alteration kind) {
    return alarms.getOrDefault(kind, Share.NONE);
  }

  /** True statements that were flagged once they were written otherwise. */
  Share misread(Rewriting kind) {
    return misread.getOrDefault(kind, Share.NONE);
  }

  /** Of what was flagged, what was altered, in percent. */
  static double precision(Share caught, Share alarms) {
    return new Share(caught.part(), caught.part() + alarms.part()).percent();
  }

  /** For whoever builds the checker: never of held-out visits. */
  List<String> failures() {
    return failures;
  }
}
