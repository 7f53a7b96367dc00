package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the checker finds in altered notes of held-out visits, and what it leaves alone. */
final class CheckerMeasure {
  private static final String MEAN = "mean of the kinds";

  private final Report report;

  CheckerMeasure(Report report) {
    this.report = report;
  }

  /**
   * @param people notes that people wrote of held-out visits
   * @param models notes that models wrote of held-out visits
   */
  void measure(List<WrittenNote> people, List<WrittenNote> models) {
    CheckerTrial human = new CheckerTrial();
    CheckerTrial model = new CheckerTrial();
    people.forEach(human::add);
    models.forEach(model::add);
    List<String> kinds = Alteration.all().stream().map(Alteration::kind).toList();
    List<List<String>> rows = new ArrayList<>();
    List<Share> all = new ArrayList<>();
    for (String kind : kinds) {
      Share both = human.caught(kind).plus(model.caught(kind));
      all.add(both);
      report.figure("altered." + kind, both.percent());
      rows.add(row(kind, human.caught(kind), model.caught(kind), both));
    }
    rows.sort(Comparator.comparingDouble(row -> Double.parseDouble(row.get(row.size() - 1))));
    rows.add(
        List.of(
            MEAN,
            "–",
            one(mean(kinds.stream().map(human::caught).toList())),
            "–",
            one(mean(kinds.stream().map(model::caught).toList())),
            "–",
            one(mean(all))));
    report.figure("altered.kinds", kinds.size());
    report.figure("altered.cases", all.stream().mapToInt(Share::whole).min().orElse(0));
    report.figure("altered.caught", mean(all));
    report.figure(
        "altered.least", all.stream().mapToDouble(Share::percent).min().orElse(Double.NaN));
    report.table(
        new Table(
            "Checker: altered statements of visits that nobody looked at",
            "Statements that are supported as they are, each made false in every way that it "
                + "can be (alterations.tsv); how many % are flagged then, as unsupported or "
                + "uncertain. Held out are the visits whose id has a SHA-256 that begins with an "
                + "even byte, but for the twenty that the checker was built on: "
                + human.visits()
                + " of ACI-BENCH's train and valid with the notes that people wrote, and "
                + model.visits()
                + " of its third test set with notes of four models. The worst kind comes first.",
            List.of("Kind", "people's", "caught", "models'", "caught", "both", "caught %"),
            rows));
    rewritings(human, model);
  }

  private static List<String> row(String kind, Share human, Share model, Share both) {
    return List.of(
        kind,
        "" + human.whole(),
        one(human.percent()),
        "" + model.whole(),
        one(model.percent()),
        "" + both.whole(),
        both.whole() == 0 ? "0" : one(both.percent()));
  }

  /** So that kinds that fit every statement, and are easy, do not hide those that fit few. */
  private static double mean(List<Share> shares) {
    return shares.stream()
        .filter(share -> share.whole() > 0)
        .mapToDouble(Share::percent)
        .average()
        .orElse(Double.NaN);
  }

  private void rewritings(CheckerTrial human, CheckerTrial model) {
    List<List<String>> rows = new ArrayList<>();
    for (Rewriting kind : Rewriting.values()) {
      String name = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      Share both = human.misread(kind).plus(model.misread(kind));
      report.figure("rewritten." + name, both.percent());
      rows.add(List.of(name, "" + both.whole(), one(both.percent())));
    }
    report.table(
        new Table(
            "Checker: true statements written otherwise",
            "Statements of the same notes that are supported, rewritten so that they stay "
                + "true; how many % are flagged then.",
            List.of("Rewriting", "statements", "flagged"),
            rows));
  }

  /** How much of what people wrote is flagged: they rarely write what is not so. */
  void people(Map<String, List<WrittenNote>> bySplit) {
    List<List<String>> rows = new ArrayList<>();
    bySplit.forEach(
        (split, notes) -> {
          AlarmCount count = AlarmCount.of(notes);
          report.figure("people." + split + ".flagged", count.flagged().percent());
          rows.add(
              List.of(
                  split,
                  "" + notes.size(),
                  "" + count.flagged().whole(),
                  one(count.unsupported().percent()),
                  one(count.flagged().percent())));
        });
    report.table(
        new Table(
            "Checker: notes that people wrote",
            "ACI-BENCH's references as they are, in %. Flagged: unsupported or uncertain. People "
                + "write more than was said, in words of their own, so that what is flagged need "
                + "not be a mistake of the checker: false alarms are at most this many. What is of "
                + "a kind that is never said aloud is marked apart and does not count.",
            List.of("Split", "notes", "statements", "unsupported", "flagged"),
            rows));
  }
}
