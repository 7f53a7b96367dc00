package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;
import static io.github.ambientgpt.bench.Report.two;

import io.github.ambientgpt.bench.Report.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Whole notes of ACI-BENCH's validation split beside those that people wrote. */
final class AciMeasure {
  /** The one that the gate on ROUGE-1 is for, and the one that has the reference's divisions. */
  static final String SOAP = "SOAP";

  static final String FULL = "History and Physical";

  private final Report report;
  private final List<Visit> visits;
  private final int expected;

  AciMeasure(Report report, List<Visit> visits) {
    this.report = report;
    this.visits = visits;
    this.expected = visits.size();
  }

  void measure(List<Composed> soap, List<Composed> full) {
    notes(soap, full);
    divisions(full);
    facts(soap);
  }

  private void notes(List<Composed> soap, List<Composed> full) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(floor("Whole transcript", "transcript", Floors::transcript));
    rows.add(floor("12 clinician turns", "twelve-turns", Floors::twelveClinicianTurns));
    rows.add(row(SOAP, "soap", soap));
    rows.add(row(FULL, "full", full));
    report.figure("aci.rouge1", report.figures().get("aci.soap.rouge1"));
    report.figure(
        "aci.supported",
        Math.min(
            report.figures().get("aci.soap.supported"),
            report.figures().get("aci.full.supported")));
    report.table(
        new Table(
            "Notes of " + expected + " visits (ACI-BENCH valid)",
            "ROUGE is F1. The first two rows copy what was said: any note has to beat "
                + "them. For the whole transcript the published figures are 34.18/13.99/31.88, "
                + "for twelve clinician turns 37.29/13.98/34.53; which turns those are is not "
                + "published in full, ours are the first and the last eleven. Left out: what "
                + "the built-in composer had drafted and the checker could not find again, so "
                + "that it is not in the note. Milliseconds: clean, extract, write and review of one visit in a warm JVM, the mean.",
            List.of(
                "Note",
                "ROUGE-1",
                "ROUGE-2",
                "ROUGE-Lsum",
                "supported %",
                "left out %",
                "words",
                "ms"),
            rows));
  }

  private List<String> floor(String name, String id, Function<Visit, String> copied) {
    List<Rouge> scores =
        visits.stream().map(v -> Rouge.of(copied.apply(v), v.reference())).toList();
    double words =
        visits.stream().mapToInt(v -> NoteText.words(copied.apply(v))).average().orElse(0);
    List<String> row = new ArrayList<>(rouge(name, id, Rouge.mean(scores)));
    row.addAll(List.of("–", "–", Long.toString(Math.round(words)), "–"));
    return row;
  }

  private List<String> row(String name, String id, List<Composed> composed) {
    Rouge sum = Rouge.mean(composed.stream().map(Composed::rouge).toList());
    double written = expected == 0 ? 0 : (double) composed.size() / expected;
    // A visit without a note scores nothing.
    Rouge mean = new Rouge(sum.one() * written, sum.two() * written, sum.lsum() * written);
    Share supported = composed.stream().map(Composed::supported).reduce(Share.NONE, Share::plus);
    Share leftOut = composed.stream().map(Composed::leftOut).reduce(Share.NONE, Share::plus);
    double words = composed.stream().mapToInt(c -> NoteText.words(c.text())).average().orElse(0);
    double millis = composed.stream().mapToDouble(Composed::millis).average().orElse(Double.NaN);
    long fallen = fallbacks(composed);
    String shown = fallen == 0 ? name : name + " (" + fallen + " by builtin: the model failed)";
    List<String> row = new ArrayList<>(rouge(shown, id, mean));
    report.figure("aci." + id + ".supported", supported.percent());
    report.figure("aci." + id + ".statements", supported.whole());
    report.figure("aci." + id + ".left-out", leftOut.percent());
    report.figure("aci." + id + ".fallbacks", fallen);
    report.figure("aci." + id + ".words", words);
    report.figure("aci." + id + ".ms", millis);
    row.addAll(
        List.of(
            one(supported.percent()),
            one(leftOut.percent()),
            Long.toString(Math.round(words)),
            one(millis)));
    return row;
  }

  /** Notes that the built-in composer wrote because the language model failed. */
  private static long fallbacks(List<Composed> composed) {
    return composed.stream().filter(c -> c.note().generation().fallback().isPresent()).count();
  }

  private List<String> rouge(String name, String id, Rouge mean) {
    report.figure("aci." + id + ".rouge1", mean.one());
    report.figure("aci." + id + ".rouge2", mean.two());
    report.figure("aci." + id + ".rougeLsum", mean.lsum());
    return List.of(name, two(mean.one()), two(mean.two()), two(mean.lsum()));
  }

  private void divisions(List<Composed> full) {
    Map<Division, List<Rouge>> scores = new EnumMap<>(Division.class);
    for (Composed composed : full) {
      Map<Division, String> ours = Division.of(composed.note());
      Division.of(composed.visit().reference())
          .forEach(
              (division, reference) ->
                  scores
                      .computeIfAbsent(division, d -> new ArrayList<>())
                      .add(Rouge.of(ours.getOrDefault(division, ""), reference)));
    }
    List<List<String>> rows = new ArrayList<>();
    scores.forEach(
        (division, list) -> {
          Rouge mean = Rouge.mean(list);
          report.figure("aci.full." + division.id() + ".rouge1", mean.one());
          rows.add(
              List.of(
                  division.id(),
                  Integer.toString(list.size()),
                  two(mean.one()),
                  two(mean.two()),
                  two(mean.lsum())));
        });
    report.table(
        new Table(
            "By division (" + FULL + ", ACI-BENCH valid)",
            "The reference is divided at its headings (divisions.tsv). A division that a "
                + "reference lacks is left out for that visit; one that only our note lacks "
                + "counts 0.",
            List.of("Division", "notes", "ROUGE-1", "ROUGE-2", "ROUGE-Lsum"),
            rows));
  }

  private void facts(List<Composed> soap) {
    FactScore said = new FactScore();
    visits.forEach(v -> said.add(Facts.of(Floors.transcript(v)), Facts.of(v.reference())));
    FactScore inSoap = score(soap);
    List<List<String>> rows = new ArrayList<>();
    for (Facts.Sort sort : Facts.Sort.values()) {
      String name = sort.name().toLowerCase(Locale.ROOT);
      report.figure("facts." + name + ".recall", inSoap.recall(sort).percent());
      report.figure("facts." + name + ".precision", inSoap.precision(sort).percent());
      report.figure("facts." + name + ".said", said.recall(sort).percent());
      rows.add(
          List.of(
              name,
              Integer.toString(said.recall(sort).whole()),
              one(said.recall(sort).percent()),
              one(inSoap.recall(sort).percent()),
              one(inSoap.precision(sort).percent())));
    }
    report.table(
        new Table(
            "Facts of the reference notes (SOAP, ACI-BENCH valid)",
            "In %. Found by the vocabulary in core, each once a note. \"Said\": of the "
                + "reference's facts, those that the transcript names in its own words, which "
                + "no note that stays with what was said can much exceed. Precision: of the "
                + "note's facts, those that the reference has too; what it leaves out may still "
                + "be true.",
            List.of("Fact", "in references", "said", "recall", "precision"),
            rows));
  }

  private static FactScore score(List<Composed> composed) {
    FactScore score = new FactScore();
    composed.forEach(c -> score.add(Facts.of(c.text()), Facts.of(c.visit().reference())));
    return score;
  }
}
