package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.JudgedStatement.Key;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What the checker says of statements of models' notes, beside what a reader judged. */
final class JudgementMeasure {
  private final Report report;
  private final List<String> examples;
  private final Map<Key, JudgedStatement> judged = new HashMap<>();
  private final List<Verdict> verdicts = new ArrayList<>();
  private Share unsupportedJudged = Share.NONE;

  /**
   * @param examples gets what the checker and the reader disagree on, of visits that may be looked
   *     at
   */
  JudgementMeasure(Report report, List<String> examples) {
    this.report = report;
    this.examples = examples;
    JudgedStatement.all().forEach(statement -> judged.put(statement.key(), statement));
  }

  void measure(List<WrittenNote> notes) {
    Checker checker = new Checker();
    for (WrittenNote note : notes) {
      checker
          .check(note.note(), note.visit().transcript())
          .statements()
          .forEach(statement -> add(note, statement));
    }
    figures();
    table();
  }

  private void add(WrittenNote note, Statement statement) {
    Key key = new Key(note.visit().id(), note.writer(), statement.text());
    JudgedStatement reader = judged.remove(key);
    boolean unsupported = statement.support() == Support.UNSUPPORTED;
    if (unsupported) {
      unsupportedJudged = unsupportedJudged.plus(reader != null);
    }
    if (reader == null) {
      if (unsupported) {
        example(note.visit(), "not judged yet", key.writer(), statement);
      }
      return;
    }
    verdicts.add(new Verdict(note.visit(), reader.judgement(), statement.support()));
    if (reader.judgement().isWrong() != unsupported && disagrees(reader, statement.support())) {
      example(note.visit(), reader.judgement().toString(), key.writer(), statement);
    }
  }

  /** Invented and only uncertain is as it should be: the visit has no words against it. */
  private static boolean disagrees(JudgedStatement reader, Support support) {
    return reader.judgement() != Judgement.INVENTED || support == Support.SUPPORTED;
  }

  private void example(Visit visit, String judgement, String writer, Statement statement) {
    if (!HeldOut.is(visit)) {
      examples.add(
          "%s %s %s: %s [%s] %s"
              .formatted(
                  visit.id(),
                  judgement,
                  statement.support(),
                  statement.text(),
                  writer,
                  statement.reasons().stream().map(reason -> reason.message()).toList()));
    }
  }

  private void figures() {
    report.figure("judged.precision", precision(v -> true).percent());
    report.figure("judged.precision.held-out", precision(Verdict::isHeldOut).percent());
    report.figure("judged.unsupported", precision(v -> true).whole());
    report.figure("judged.unsupported.judged", unsupportedJudged.percent());
    report.figure("judged.contradicted.flagged", flagged(Judgement.CONTRADICTED).percent());
    report.figure("judged.wrong.flagged", wrongFlagged().percent());
    report.figure("judged.true.flagged", flagged(Judgement.TRUE).percent());
    // what is not a statement of these notes any more says that the reader of notes has changed
    report.figure("judged.statements", verdicts.size());
    report.figure("judged.lost", judged.size());
  }

  private Share precision(Predicate<Verdict> which) {
    return verdicts.stream()
        .filter(which)
        .filter(verdict -> verdict.support() == Support.UNSUPPORTED)
        .map(verdict -> Share.NONE.plus(verdict.judgement().isWrong()))
        .reduce(Share.NONE, Share::plus);
  }

  private Share flagged(Judgement judgement) {
    return share(verdict -> verdict.judgement() == judgement);
  }

  private Share wrongFlagged() {
    return share(verdict -> verdict.judgement().isWrong());
  }

  private Share share(Predicate<Verdict> which) {
    return verdicts.stream()
        .filter(which)
        .map(verdict -> Share.NONE.plus(Flagged.is(verdict.support())))
        .reduce(Share.NONE, Share::plus);
  }

  private void table() {
    List<String> columns = new ArrayList<>(List.of("Judged by a reader", "statements"));
    for (Support support : Support.values()) {
      columns.add(name(support));
    }
    List<List<String>> rows = new ArrayList<>();
    for (Judgement judgement : Judgement.values()) {
      Map<Support, Integer> counts = new EnumMap<>(Support.class);
      verdicts.stream()
          .filter(verdict -> verdict.judgement() == judgement)
          .forEach(verdict -> counts.merge(verdict.support(), 1, Integer::sum));
      List<String> row = new ArrayList<>();
      row.add(judgement.toString());
      row.add("" + counts.values().stream().mapToInt(Integer::intValue).sum());
      for (Support support : Support.values()) {
        row.add("" + counts.getOrDefault(support, 0));
      }
      rows.add(row);
    }
    List<String> rightly = new ArrayList<>(List.of("rightly so, in %", "–"));
    for (Support support : Support.values()) {
      rightly.add(support == Support.UNSUPPORTED ? one(precision(v -> true).percent()) : "–");
    }
    rows.add(rightly);
    report.table(
        new Table(
            "Checker: statements of models' notes, judged by reading",
            "Notes that GPT-4, ChatGPT, text-davinci-003 and BART wrote of 40 visits; a reader held "
                + "the statements against the visits (judgements.tsv has the rules and every "
                + "judgement). Rightly unsupported: contradicted by the visit or invented. On the "
                + "20 visits that nobody may look at, %s %% are. Of all that is flagged as "
                    .formatted(one(precision(Verdict::isHeldOut).percent()))
                + "unsupported in these notes, %s %% are judged."
                    .formatted(one(unsupportedJudged.percent())),
            columns,
            rows));
  }

  private static String name(Support support) {
    return support.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private record Verdict(Visit visit, Judgement judgement, Support support) {
    boolean isHeldOut() {
      return HeldOut.is(visit);
    }
  }
}
