package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;
import static io.github.ambientgpt.bench.Report.two;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What notes lose when the transcript has a recognizer's errors. */
final class SpeechErrorMeasure {
  private static final List<Integer> RATES = List.of(10, 20);

  /** One run says little: errors fall on an important word by chance. */
  private static final List<Long> SEEDS = List.of(11L, 12L, 13L);

  private final Report report;

  SpeechErrorMeasure(Report report) {
    this.report = report;
  }

  /**
   * @param heard texts whose words may be heard for others
   */
  void measure(List<Visit> visits, List<String> heard, Author author) {
    double clean = mean(visits, author);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("none", "0.0", two(clean), "–"));
    for (int rate : RATES) {
      WordErrors errors = WordErrors.NONE;
      double sum = 0;
      for (long seed : SEEDS) {
        SpeechErrors mistakes = new SpeechErrors(seed, heard);
        List<Visit> noisy = new ArrayList<>();
        for (Visit visit : visits) {
          Transcript transcript = mistakes.in(visit.transcript(), rate / 100.0);
          errors = errors.plus(WordErrors.between(text(visit.transcript()), text(transcript)));
          noisy.add(visit.with(transcript));
        }
        sum += mean(noisy, author);
      }
      double noisy = sum / SEEDS.size();
      report.figure("errors.measured-" + rate, errors.percent());
      report.figure("errors.rouge1-" + rate, noisy);
      report.figure("errors.loss-" + rate, clean - noisy);
      rows.add(List.of(rate + " %", one(errors.percent()), two(noisy), two(clean - noisy)));
    }
    report.table(
        new Table(
            "Notes from transcripts with recognition errors (SOAP, ACI-BENCH valid)",
            "Simulated, with fixed seeds, the mean of "
                + SEEDS.size()
                + " runs: of ten errors three words are lost, one is split if it is long, "
                + "and the others are replaced by words that sound alike. The rate was "
                + "measured afterwards by aligning the words.",
            List.of("Errors", "word error rate, measured", "ROUGE-1", "lost"),
            rows));
  }

  private static double mean(List<Visit> visits, Author author) {
    double sum =
        Composed.of(visits, AciMeasure.SOAP, author).stream()
            .mapToDouble(c -> Rouge.f1(c.text(), c.visit().reference(), 1))
            .sum();
    return visits.isEmpty() ? 0 : sum / visits.size();
  }

  static String text(Transcript transcript) {
    return transcript.utterances().stream().map(Utterance::text).collect(Collectors.joining("\n"));
  }
}
