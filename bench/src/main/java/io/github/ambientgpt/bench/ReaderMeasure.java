package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Facts.Sort;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.reading.ClinicalReader;
import io.github.ambientgpt.core.reading.Polarity;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far core's reading and the bench's own small reader agree on what is denied. Composer and
 * checker read alike, and so misread alike: a stranger tells.
 */
final class ReaderMeasure {
  private static final int EXAMPLES = 200;

  private final Report report;
  private final List<String> examples;

  ReaderMeasure(Report report, List<String> examples) {
    this.report = report;
    this.examples = examples;
  }

  void measure(List<WrittenNote> notes) {
    Share agreed = Share.NONE;
    int disagreements = 0;
    for (WrittenNote note : notes) {
      for (Statement statement : note.note().statements().toList()) {
        Set<String> denied = named(statement.text(), true);
        Set<String> affirmed = named(statement.text(), false);
        Facts own = Facts.of(statement.text());
        for (String concept : single(denied, affirmed)) {
          boolean isDenied = own.of(Sort.NEGATION).contains(concept);
          if (isDenied == own.of(Sort.FINDING).contains(concept)) {
            continue; // not found by both, or both ways
          }
          boolean agrees = isDenied == denied.contains(concept);
          agreed = agreed.plus(agrees);
          if (!agrees && disagreements++ < EXAMPLES && !HeldOut.is(note.visit())) {
            examples.add(
                "%s readers disagree on '%s': %s"
                    .formatted(note.visit().id(), concept, statement.text()));
          }
        }
      }
    }
    report.figure("readers.agree", agreed.percent());
    report.table(
        new Table(
            "Readers",
            "Symptoms, findings and conditions in the statements that people wrote: whether core's "
                + "reading and the bench's own small reader (a negator within twenty words before, "
                + "in the sentence) say the same of their being denied, in %.",
            List.of("Mentions", "agreed"),
            List.of(List.of("" + agreed.whole(), one(agreed.percent())))));
  }

  /** Those that stand in one of the two only. */
  private static Set<String> single(Set<String> denied, Set<String> affirmed) {
    Set<String> single = new HashSet<>(denied);
    single.addAll(affirmed);
    single.removeIf(concept -> denied.contains(concept) && affirmed.contains(concept));
    return single;
  }

  private static Set<String> named(String text, boolean denied) {
    return ClinicalReader.english().statement(text).mentions().stream()
        .filter(mention -> Facts.isFinding(mention.concept()))
        .filter(mention -> (mention.assertion().polarity() == Polarity.NEGATED) == denied)
        .map(mention -> mention.concept().name())
        .collect(Collectors.toSet());
  }
}
