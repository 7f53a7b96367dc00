package io.github.ambientgpt.bench;

import io.github.ambientgpt.bench.Corpus.Split;
import io.github.ambientgpt.core.english.Boundaries;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import opennlp.tools.ml.maxent.quasinewton.QNTrainer;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.OnePassDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;

/**
 * Trains the model of {@link Boundaries}: maximum entropy with few weights (OpenNLP, L1), on the
 * marked visits of the training split that are not kept for its measure, and on MTS-Dialog's.
 * Writes {@code boundaries.tsv}; the same data make the same file.
 *
 * <pre>
 * {@code ./mvnw -Pbench verify -pl bench -am -Dbench.main=io.github.ambientgpt.bench.BoundaryTraining}
 * </pre>
 */
public final class BoundaryTraining {
  private static final String HEADER =
      """
      # template\twords\tweight in thousandths: where speech without marks begins a sentence. Trained, not written: see BoundaryTraining
      # of the bench, whose data are ACI-BENCH (Wen-wai Yim, Yujuan Fu, Asma Ben Abacha, Neal Snider, Thomas Lin, Meliha Yetisgen;
      # Scientific Data 2023) and MTS-Dialog (Asma Ben Abacha, Wen-wai Yim, Yadan Fan, Thomas Lin; EACL 2023), both CC BY 4.0,
      # training splits only. The file holds statistics of single words, pairs and triples; no sentence of them.
      """;

  /** A visit's speech is what we read most: it counts so many times what a short dialogue does. */
  private static final int VISITS_COUNT = 3;

  /** What was seen less often is left out. */
  private static final int CUTOFF = 5;

  /** The cost of a weight: the higher, the fewer there are. */
  private static final double COST = 3.3;

  private static final int ITERATIONS = 200;

  /** Marks what only visits have. */
  private static final String VISIT = "visit ";

  private static final String BEGINS = "begins";
  private static final String GOES_ON = "goes on";

  private BoundaryTraining() {}

  public static void main(String[] args) throws IOException {
    Path root = Path.of(System.getProperty("project.root", "."));
    String data = System.getProperty("bench.data", "");
    Corpus corpus = new Corpus(data.isBlank() ? root.resolve("../shared/data") : Path.of(data));
    List<MarkedSpeech> visits = new ArrayList<>();
    for (Visit visit : corpus.visits(Split.TRAIN)) {
      if (MarkedSpeech.isMarked(visit.transcript()) && !BoundaryMeasure.isKept(visit)) {
        visits.addAll(MarkedSpeech.of(visit.transcript()));
      }
    }
    List<MarkedSpeech> dialogues = new ArrayList<>();
    for (Snippet snippet : corpus.snippets(Split.TRAIN)) {
      dialogues.addAll(MarkedSpeech.of(snippet.transcript()));
    }
    Map<String, Double> weights = trained(visits, dialogues);
    double bias = bias(weights, visits);
    Path file =
        root.resolve(
            "core/ambient-gpt-core/src/main/resources/io/github/ambientgpt/core/english/boundaries.tsv");
    write(file, weights, bias);
    System.out.println(weights.size() + " weights written to " + file.normalize());
  }

  /** Each weight is the sum of one that both corpora share and of what visits add to it. */
  private static Map<String, Double> trained(
      List<MarkedSpeech> visits, List<MarkedSpeech> dialogues) throws IOException {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < VISITS_COUNT; i++) {
      visits.forEach(utterance -> add(events, utterance, true));
    }
    dialogues.forEach(utterance -> add(events, utterance, false));
    TrainingParameters parameters = new TrainingParameters();
    parameters.put(TrainingParameters.CUTOFF_PARAM, CUTOFF);
    parameters.put(TrainingParameters.ITERATIONS_PARAM, ITERATIONS);
    parameters.put(QNTrainer.L1COST_PARAM, COST);
    parameters.put(QNTrainer.L2COST_PARAM, 0.0);
    parameters.put(QNTrainer.THREADS_PARAM, 1);
    OnePassDataIndexer indexer = new OnePassDataIndexer();
    indexer.init(parameters, null);
    indexer.index(ObjectStreamUtils.createObjectStream(events));
    QNTrainer trainer = new QNTrainer();
    trainer.init(parameters, null);
    return difference(trainer.doTrain(indexer));
  }

  private static void add(List<Event> events, MarkedSpeech utterance, boolean visit) {
    for (int at = 1; at < utterance.words().size(); at++) {
      List<String> features = new ArrayList<>(Boundaries.features(utterance.words(), at));
      if (visit) {
        features.addAll(features.stream().map(VISIT::concat).toList());
      }
      events.add(
          new Event(
              utterance.begins().get(at) ? BEGINS : GOES_ON, features.toArray(String[]::new)));
    }
  }

  /** The two outcomes' weights are one. */
  private static Map<String, Double> difference(AbstractModel model) {
    int begins = model.getIndex(BEGINS);
    @SuppressWarnings("unchecked")
    Map<String, Context> contexts = (Map<String, Context>) model.getDataStructures()[1];
    Map<String, Double> weights = new TreeMap<>();
    contexts.forEach(
        (feature, context) -> {
          double weight = 0;
          for (int i = 0; i < context.getOutcomes().length; i++) {
            double parameter = context.getParameters()[i];
            weight += context.getOutcomes()[i] == begins ? parameter : -parameter;
          }
          String name = feature.startsWith(VISIT) ? feature.substring(VISIT.length()) : feature;
          weights.merge(name, weight, Double::sum);
        });
    weights.values().removeIf(weight -> Math.round(1000 * weight) == 0);
    return weights;
  }

  /** What makes F1 highest on the very speech it was trained on: one number, hard to overfit. */
  private static double bias(Map<String, Double> weights, List<MarkedSpeech> speech) {
    double best = 0;
    double highest = -1;
    for (double bias = -4; bias <= 4; bias += 0.1) {
      int hits = 0;
      int either = 0;
      for (MarkedSpeech utterance : speech) {
        BitSet begins = utterance.begins();
        either += begins.cardinality();
        for (int at = 1; at < utterance.words().size(); at++) {
          double sum = bias;
          for (String feature : Boundaries.features(utterance.words(), at)) {
            sum += weights.getOrDefault(feature, 0.0);
          }
          either += sum > 0 ? 1 : 0;
          hits += sum > 0 && begins.get(at) ? 1 : 0;
        }
      }
      double f1 = 2.0 * hits / either;
      if (f1 > highest) {
        highest = f1;
        best = bias;
      }
    }
    System.out.printf("F1 on the training speech: %.1f, bias %.1f%n", 100 * highest, best);
    return best;
  }

  private static void write(Path file, Map<String, Double> weights, double bias)
      throws IOException {
    StringBuilder table = new StringBuilder(HEADER);
    table.append("bias\t\t").append(Math.round(1000 * bias)).append('\n');
    weights.forEach(
        (feature, weight) ->
            table.append(feature).append('\t').append(Math.round(1000 * weight)).append('\n'));
    Files.writeString(file, table, StandardCharsets.UTF_8);
  }
}
