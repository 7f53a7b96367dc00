package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What several recognizers made of one recording.
 *
 * @param reference what was really said
 */
record Comparison(String recording, Optional<Transcript> reference, List<Entry> entries) {
  /**
   * One recognizer.
   *
   * @param transcript empty when it failed
   * @param audio seconds of the recording
   * @param work seconds that it took
   * @param failure why there is no transcript
   */
  record Entry(
      String engine,
      Optional<Transcript> transcript,
      double audio,
      double work,
      Optional<String> failure) {
    static Entry heard(String engine, Transcript transcript, double audio, double work) {
      return new Entry(engine, Optional.of(transcript), audio, work, Optional.empty());
    }

    static Entry failed(String engine, String why) {
      return new Entry(engine, Optional.empty(), 0, 0, Optional.of(why));
    }

    private String words() {
      return transcript.map(Comparison::words).orElse("");
    }

    private String model() {
      return transcript.map(t -> t.recognition().model()).orElse("");
    }

    private int count() {
      return WordErrors.words(words()).size();
    }
  }

  private static String words(Transcript transcript) {
    return transcript.utterances().stream().map(Utterance::text).collect(Collectors.joining("\n"));
  }

  private List<Entry> heard() {
    return entries.stream().filter(entry -> entry.failure.isEmpty()).toList();
  }

  /** NaN when there is nothing to compare with. */
  private double errorRate(Entry entry) {
    return reference
        .map(said -> WordErrors.between(words(said), entry.words()).percent())
        .orElse(Double.NaN);
  }

  /** The share of the longer one's words that need no edit to become the other's, in percent. */
  private static double agreement(Entry one, Entry other) {
    int longer = Math.max(one.count(), other.count());
    int edits = WordErrors.between(one.words(), other.words()).errors();
    return longer == 0 ? 100 : 100.0 * (longer - edits) / longer;
  }

  String text() {
    StringBuilder out = new StringBuilder();
    row(out, "engine", "model", "words", "seconds", "x real time", "WER %");
    for (Entry entry : entries) {
      if (entry.failure.isPresent()) {
        out.append(String.format(Locale.ROOT, "%-12s %s\n", entry.engine, entry.failure.get()));
        continue;
      }
      row(
          out,
          entry.engine,
          entry.model(),
          Integer.toString(entry.count()),
          String.format(Locale.ROOT, "%.1f", entry.work),
          PlayingTime.share(entry.audio, entry.work),
          percent(errorRate(entry)));
    }
    List<Entry> heard = heard();
    if (heard.size() > 1) {
      out.append("\nagreement, % of words\n");
      for (int i = 0; i < heard.size(); i++) {
        for (int j = i + 1; j < heard.size(); j++) {
          out.append(
              String.format(
                  Locale.ROOT,
                  "%-12s %-12s %s\n",
                  heard.get(i).engine,
                  heard.get(j).engine,
                  percent(agreement(heard.get(i), heard.get(j)))));
        }
      }
    }
    for (Entry entry : heard) {
      out.append('\n').append(entry.engine).append('\n');
      entry.words().lines().forEach(line -> out.append("  ").append(line).append('\n'));
    }
    return out.toString();
  }

  private static void row(StringBuilder out, String... cells) {
    out.append(String.format(Locale.ROOT, "%-12s %-24s %7s %9s %12s %7s\n", (Object[]) cells));
  }

  private static String percent(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }

  String json() {
    ObjectNode report = ReportFormat.object();
    report.put("recording", recording);
    ArrayNode engines = report.putArray("engines");
    for (Entry entry : entries) {
      ObjectNode node = engines.addObject().put("id", entry.engine);
      if (entry.failure.isPresent()) {
        node.put("failure", entry.failure.get());
        continue;
      }
      node.put("model", entry.model());
      node.put("words", entry.count());
      node.put("audioSeconds", entry.audio);
      node.put("seconds", entry.work);
      node.put("realTimeFactor", entry.audio > 0 ? (Double) (entry.work / entry.audio) : null);
      double rate = errorRate(entry);
      node.put("wordErrorRatePercent", Double.isNaN(rate) ? null : (Double) rate);
      node.put("text", entry.words());
    }
    ArrayNode agreements = report.putArray("agreement");
    List<Entry> heard = heard();
    for (int i = 0; i < heard.size(); i++) {
      for (int j = i + 1; j < heard.size(); j++) {
        ObjectNode node = agreements.addObject();
        node.putArray("engines").add(heard.get(i).engine).add(heard.get(j).engine);
        node.put("percent", agreement(heard.get(i), heard.get(j)));
      }
    }
    return ReportFormat.write(report);
  }

  /** Without the words. */
  @Override
  public String toString() {
    return "Comparison[" + entries.size() + " engines]";
  }
}
