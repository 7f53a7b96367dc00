package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Corpus.Split;
import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.compose.ExtractStage;
import io.github.ambientgpt.core.compose.FactModel;
import io.github.ambientgpt.core.compose.Facts;
import io.github.ambientgpt.core.english.StopWords;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains the models of {@link FactModel}: maximum entropy with few weights (OpenNLP, L1), on the
 * facts that the composer finds in the visits of the training split that are not kept for reading,
 * and in MTS-Dialog's. A fact is kept, and of a kind, as the line of the reference that has most of
 * its words. Writes {@code fact-model.tsv}; the same data make the same file.
 *
 * <pre>
 * {@code ./mvnw -Pbench verify -pl bench -am -Dbench.main=io.github.ambientgpt.bench.FactTraining}
 * </pre>
 */
public final class FactTraining {
  private static final String HEADER =
      """
      # feature\tclass\tweight in thousandths: which facts of a visit a clinician keeps, and as what. Trained, not written: see FactTraining of the
      # bench, whose data are ACI-BENCH (Wen-wai Yim, Yujuan Fu, Asma Ben Abacha, Neal Snider, Thomas Lin, Meliha Yetisgen; Scientific
      # Data 2023) and MTS-Dialog (Asma Ben Abacha, Wen-wai Yim, Yadan Fan, Thomas Lin; EACL 2023), both CC BY 4.0, training splits only,
      # without the visits kept for reading. The file holds statistics of single words and pairs; no sentence of them.
      """;

  private static final int VISITS_COUNT = 3;
  private static final int CUTOFF = 6;
  private static final double KEPT_COST = 4;
  private static final double CONTENT_COST = 6;
  private static final int ITERATIONS = 150;
  private static final double KEPT_FROM = 0.5;
  private static final String LEFT_OUT = "LEFT_OUT";
  private static final Map<String, Content> HEADINGS = new HashMap<>();
  private static final Map<String, List<Content>> HEADERS = new HashMap<>();

  static {
    Table.read(
        FactTraining.class,
        "reference-headings.tsv",
        row ->
            Table.alternatives(row.get(1))
                .forEach(heading -> HEADINGS.put(heading, Content.valueOf(row.get(0)))));
    Table.read(
        FactTraining.class,
        "mts-headers.tsv",
        row ->
            HEADERS.put(
                row.get(0),
                Table.alternatives(row.get(1)).stream().map(Content::valueOf).toList()));
  }

  private FactTraining() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(System.getProperty("project.root", "."));
    String data = System.getProperty("bench.data", "");
    Corpus corpus = new Corpus(data.isBlank() ? root.resolve("../shared/data") : Path.of(data));
    Set<String> closed = new HashSet<>();
    Table.read(
        FactTraining.class,
        "note-visits.tsv",
        row -> {
          if (row.get(1).equals("after")) {
            closed.add(row.get(0));
          }
        });
    List<Event> kept = new ArrayList<>();
    List<Event> contents = new ArrayList<>();
    for (Visit visit : corpus.visits(Split.TRAIN)) {
      if (!closed.contains(visit.id())) {
        for (int i = 0; i < VISITS_COUNT; i++) {
          add(visit.transcript(), lines(visit), kept, contents, true);
        }
      }
    }
    for (Snippet snippet : corpus.snippets(Split.TRAIN)) {
      List<Line> lines = new ArrayList<>();
      for (Content content : HEADERS.getOrDefault(snippet.header(), List.of())) {
        snippet.reference().lines().forEach(line -> lines.add(new Line(content, words(line))));
      }
      add(snippet.transcript(), lines, kept, contents, false);
    }
    Map<String, Map<String, Double>> weights = new TreeMap<>();
    merge(weights, trained(kept, KEPT_COST), Set.of(FactModel.KEPT));
    merge(weights, trained(contents, CONTENT_COST), Set.of());
    Path file =
        root.resolve(
            "core/ambient-gpt-core/src/main/resources/io/github/ambientgpt/core/compose/fact-model.tsv");
    System.out.println(write(file, weights) + " weights written to " + file.normalize());
  }

  /** A line of a reference: its words of meaning, and where it stands. */
  private record Line(Content content, Set<String> words) {}

  private static List<Line> lines(Visit visit) {
    List<Line> lines = new ArrayList<>();
    Content content = Content.HISTORY;
    for (String line : visit.reference().lines().toList()) {
      String heading = line.strip().replaceAll(":$", "").toLowerCase(Locale.ROOT);
      if (heading.equals("assessment and plan") || heading.equals("impression and plan")) {
        content = Content.PLAN;
      } else if (HEADINGS.containsKey(heading)) {
        content = HEADINGS.get(heading);
      } else {
        Content of = line.matches(".*(?i)medical reasoning:.*") ? Content.ASSESSMENT : content;
        for (String sentence : line.split("(?<=[.;]) ")) {
          lines.add(new Line(of, words(sentence)));
        }
      }
    }
    return lines;
  }

  private static Set<String> words(String text) {
    Set<String> words = new HashSet<>();
    for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
      if (word.length() > 1 && !StopWords.has(word) || word.matches("\\d")) {
        words.add(
            word.length() > 4 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
      }
    }
    words.remove("patient");
    return words;
  }

  private static void add(
      Transcript transcript,
      List<Line> lines,
      List<Event> kept,
      List<Event> contents,
      boolean visit) {
    Facts facts;
    try {
      facts =
          new ExtractStage(transcript)
              .run(new CleanStage().run(transcript, Monitor.NONE), Monitor.NONE);
    } catch (io.github.ambientgpt.core.error.InvalidInputException e) {
      return;
    }
    for (FactModel.Example example : FactModel.examples(facts)) {
      Set<String> words = words(example.text());
      double best = 0;
      Content content = example.content();
      for (Line line : lines) {
        double shared = words.stream().filter(line.words()::contains).count();
        double score = words.isEmpty() ? 0 : shared / words.size() + 0.02 * shared;
        boolean same = line.content() == example.content();
        if (shared > 0 && (score > best + 1e-9 || same && score >= best - 1e-9)) {
          best = score;
          content = line.content();
        }
      }
      boolean keep = best >= KEPT_FROM;
      String[] features =
          example.features().stream()
              .filter(f -> visit || !f.contains("tenth="))
              .toArray(String[]::new);
      if (visit) {
        kept.add(new Event(keep ? FactModel.KEPT : LEFT_OUT, features));
      }
      if (keep) {
        contents.add(new Event(content.name(), features));
      }
    }
  }

  private static Map<String, Map<String, Double>> trained(List<Event> events, double cost)
      throws IOException {
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(QNTrainer.L1COST_PARAM, cost);
    parameters.put(QNTrainer.L2COST_PARAM, 0.0);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, null);
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, null);
    AbstractModel model = trainer.doTrain(indexer);
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
    Map<String, Map<String, Double>> weights = new TreeMap<>();
    contexts.forEach(
        (feature, context) -> {
          Map<String, Double> of = new TreeMap<>();
          for (int i = 0; i < context.getOutcomes().length; i++) {
            of.put(model.getOutcome(context.getOutcomes()[i]), context.getParameters()[i]);
          }
          weights.put(feature, of);
        });
    return weights;
  }

  /**
   * @param only the outcomes that are written, as the difference to the others; empty for all
   */
  private static void merge(
      Map<String, Map<String, Double>> weights,
      Map<String, Map<String, Double>> more,
      Set<String> only) {
    more.forEach(
        (feature, outcomes) -> {
          double others =
              only.isEmpty()
                  ? 0
                  : outcomes.entrySet().stream()
                      .filter(e -> !only.contains(e.getKey()))
                      .mapToDouble(Map.Entry::getValue)
                      .sum();
          outcomes.forEach(
              (outcome, weight) -> {
                if (only.isEmpty() || only.contains(outcome)) {
                  weights
                      .computeIfAbsent(feature, f -> new TreeMap<>())
                      .put(outcome, weight - others);
                }
              });
          if (!only.isEmpty() && outcomes.keySet().stream().noneMatch(only::contains)) {
            weights
                .computeIfAbsent(feature, f -> new TreeMap<>())
                .put(only.iterator().next(), -others);
          }
        });
  }

  private static int write(Path file, Map<String, Map<String, Double>> weights) throws IOException {
    StringBuilder table = new StringBuilder(HEADER);
    int count = 0;
    for (var feature : weights.entrySet()) {
      for (var outcome : feature.getValue().entrySet()) {
        long weight = Math.round(1000 * outcome.getValue());
        if (weight != 0) {
          count++;
          table.append(feature.getKey()).append('\t').append(outcome.getKey()).append('\t');
          table.append(weight).append('\n');
        }
      }
    }
    Files.writeString(file, table, StandardCharsets.UTF_8);
    return count;
  }
}
