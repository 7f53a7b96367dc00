package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.format.NoteReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the checker finds in altered notes, and what it leaves alone in true ones. */
final class CheckerMeasure {
  private final Report report;

  CheckerMeasure(Report report) {
    this.report = report;
  }

  void measure(List<Composed> heldOut) {
    CheckerTrial composed = new CheckerTrial();
    CheckerTrial human = new CheckerTrial();
    for (Composed one : heldOut) {
      composed.add(one.visit(), one.note());
      human.add(one.visit(), NoteReader.parse(one.visit().reference(), one.visit().id()));
    }
    figures("altered.", composed);
    figures("altered.human.", human);
    table(
        "Checker: composed notes of " + composed.visits() + " held-out visits",
        "Statements of SOAP notes as they were drafted, before what the checker does not find "
            + "is left out of them, every one altered in every way that it can be; in %. Caught: flagged once altered, of those that were supported before. Precision: of "
            + "what was flagged, altered and true alike, what was altered. Held out are the "
            + "visits of train and valid whose id has a SHA-256 that begins with an even byte, "
            + "but for the twenty that the checker was built on.",
        composed);
    table(
        "Checker: notes that people wrote of the same visits",
        "The references, altered in the same ways. People write more than was said (an "
            + "examination nobody spoke of, what the chart had), in words of their own, so that "
            + "what is flagged here as it is need not be a mistake of the checker: false alarms "
            + "are an upper bound.",
        human);
    rewritings(composed, human);
  }

  private void figures(String prefix, CheckerTrial trial) {
    report.figure(prefix + "caught", mean(trial));
    report.figure(prefix + "caught-of-all", trial.caught().percent());
    report.figure(prefix + "false-alarms", trial.flagged().percent());
    for (Alteration kind : Alteration.values()) {
      report.figure(prefix + name(kind), trial.caught(kind).percent());
    }
  }

  private void table(String title, String note, CheckerTrial trial) {
    List<List<String>> rows = new ArrayList<>();
    for (Alteration kind : Alteration.values()) {
      Share caught = trial.caught(kind);
      rows.add(
          List.of(
              name(kind),
              Integer.toString(caught.whole()),
              one(caught.percent()),
              one(CheckerTrial.precision(caught, trial.alarms(kind)))));
    }
    rows.add(List.of("mean of the kinds", "–", one(mean(trial)), "–"));
    rows.add(
        List.of(
            "all together",
            Integer.toString(trial.caught().whole()),
            one(trial.caught().percent()),
            one(CheckerTrial.precision(trial.caught(), trial.flagged()))));
    rows.add(
        List.of(
            "true, flagged all the same",
            Integer.toString(trial.flagged().whole()),
            one(trial.flagged().percent()),
            "–"));
    report.table(
        new Table(title, note, List.of("Kind", "statements", "caught", "precision"), rows));
  }

  /** So that kinds that fit every statement, and are easy, do not hide those that fit few. */
  private static double mean(CheckerTrial trial) {
    return Arrays.stream(Alteration.values())
        .map(trial::caught)
        .filter(caught -> caught.whole() > 0)
        .mapToDouble(Share::percent)
        .average()
        .orElse(Double.NaN);
  }

  private void rewritings(CheckerTrial composed, CheckerTrial human) {
    List<List<String>> rows = new ArrayList<>();
    for (Rewriting kind : Rewriting.values()) {
      Share ours = composed.misread(kind);
      Share theirs = human.misread(kind);
      report.figure("rewritten." + name(kind), ours.percent());
      rows.add(
          List.of(
              name(kind),
              Integer.toString(ours.whole()),
              one(ours.percent()),
              Integer.toString(theirs.whole()),
              one(theirs.percent())));
    }
    report.table(
        new Table(
            "Checker: true statements written otherwise",
            "Supported statements rewritten so that they stay true; how many % are flagged then.",
            List.of("Rewriting", "composed", "flagged", "people's", "flagged"),
            rows));
  }

  private static String name(Enum<?> kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
