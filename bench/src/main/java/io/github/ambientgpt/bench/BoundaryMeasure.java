package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;

import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.english.Sentences;
import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Whether sentences are found again in speech whose marks were removed, inside an utterance. On
 * marked visits of the training split that the model was not trained on.
 */
final class BoundaryMeasure {
  private static final int KEPT_OF = 5;

  private final Report report;

  BoundaryMeasure(Report report) {
    this.report = report;
  }

  /** A fifth of the visits, by a checksum of the id. */
  static boolean isKept(Visit visit) {
    CRC32 checksum = new CRC32();
    checksum.update(visit.id().getBytes(StandardCharsets.UTF_8));
    return checksum.getValue() % KEPT_OF == 0;
  }

  /**
   * @param train the training split
   */
  void measure(List<Visit> train) {
    int found = 0;
    int there = 0;
    int right = 0;
    int visits = 0;
    for (Visit visit : train) {
      if (!MarkedSpeech.isMarked(visit.transcript()) || !isKept(visit)) {
        continue;
      }
      visits++;
      for (MarkedSpeech utterance : MarkedSpeech.of(visit.transcript())) {
        Optional<BitSet> begins = begins(utterance);
        if (begins.isPresent()) {
          BitSet hits = (BitSet) utterance.begins().clone();
          hits.and(begins.get());
          right += hits.cardinality();
          found += begins.get().cardinality();
          there += utterance.begins().cardinality();
        }
      }
    }
    double precision = 100.0 * right / found;
    double recall = 100.0 * right / there;
    double f1 = 200.0 * right / (found + there);
    report.figure("boundaries.f1", f1);
    report.table(
        new Table(
            "Sentences of speech without marks (ACI-BENCH train, kept from training)",
            "In %. The marks of "
                + visits
                + " visits were removed; counted are the places inside an utterance where one "
                + "sentence ends and another begins.",
            List.of("Places", "found again", "of those found right", "F1"),
            List.of(List.of("" + there, one(recall), one(precision), one(f1)))));
  }

  /** Where sentences begin that were cut without marks; empty when the words are read otherwise. */
  private static Optional<BitSet> begins(MarkedSpeech utterance) {
    BitSet begins = new BitSet();
    List<Token> words = new ArrayList<>();
    for (List<Token> sentence : Sentences.of(Tokenizer.tokens(utterance.unmarked()))) {
      begins.set(words.size(), !words.isEmpty());
      sentence.stream().filter(Token::isWord).forEach(words::add);
    }
    return words.size() == utterance.words().size() ? Optional.of(begins) : Optional.empty();
  }
}
