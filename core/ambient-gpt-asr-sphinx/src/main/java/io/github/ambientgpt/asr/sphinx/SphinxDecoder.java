package io.github.ambientgpt.asr.sphinx;

import edu.cmu.sphinx.decoder.pruner.SimplePruner;
import edu.cmu.sphinx.decoder.scorer.SimpleAcousticScorer;
import edu.cmu.sphinx.decoder.search.ActiveListFactory;
import edu.cmu.sphinx.decoder.search.PartitionActiveListFactory;
import edu.cmu.sphinx.decoder.search.SearchManager;
import edu.cmu.sphinx.decoder.search.SimpleActiveListManager;
import edu.cmu.sphinx.decoder.search.WordPruningBreadthFirstSearchManager;
import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.feature.BatchCMN;
import edu.cmu.sphinx.frontend.feature.DeltasFeatureExtractor;
import edu.cmu.sphinx.frontend.feature.FeatureTransform;
import edu.cmu.sphinx.frontend.filter.Preemphasizer;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.frontend.window.RaisedCosineWindower;
import edu.cmu.sphinx.linguist.Linguist;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.TiedStateAcousticModel;
import edu.cmu.sphinx.linguist.dictionary.Dictionary;
import edu.cmu.sphinx.linguist.dictionary.TextDictionary;
import edu.cmu.sphinx.linguist.language.ngram.trie.NgramTrieModel;
import edu.cmu.sphinx.linguist.lextree.LexTreeLinguist;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * Sphinx put together by hand rather than by its configuration file, which would set up logging for
 * the whole JVM, and with narrower beams, to be several times faster; what that costs in words was
 * looked at on one recording only. For one thread.
 */
final class SphinxDecoder implements AutoCloseable {
  /** Frames of 10 ms between two looks at a cancellation. */
  private static final int BLOCK = 100;

  private static final int BEAM = 3000;
  private static final double RELATIVE_BEAM = 1e-60;
  private static final int WORD_BEAM = 50;
  private static final double RELATIVE_WORD_BEAM = 1e-40;

  /** How much the likelihood of a sentence counts beside that of its sounds. */
  private static final float LANGUAGE_WEIGHT = 11;

  private static final double WORD_INSERTION = 0.1;
  private static final double SILENCE_INSERTION = 0.1;
  private static final double FILLER_INSERTION = 1e-2;

  /** Sphinx tells of every file and frame; kept here, since loggers are forgotten otherwise. */
  private static final List<Logger> silenced =
      Stream.of(
              "edu.cmu.sphinx",
              AutoCepstrum.class.getSimpleName(),
              BatchCMN.class.getSimpleName(),
              FrontEnd.class.getSimpleName(),
              SimpleAcousticScorer.class.getSimpleName())
          .map(Logger::getLogger)
          .toList();

  private final PieceSource source = new PieceSource();
  private final SearchManager search;

  /** Loads the model, which takes some seconds. */
  SphinxDecoder() {
    silenced.forEach(logger -> logger.setLevel(Level.OFF));
    try {
      search = search();
      search.allocate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SearchManager search() throws IOException {
    UnitManager units = new UnitManager();
    Loader sounds = new Sphinx3Loader(EnglishModel.sounds(), units, 0, 1e-7f, 1e-4f, 4, true);
    return new WordPruningBreadthFirstSearchManager(
        linguist(units, sounds),
        new SimplePruner(),
        new SimpleAcousticScorer(frontEnd(sounds), null),
        new SimpleActiveListManager(beams(), false),
        false,
        RELATIVE_BEAM,
        0,
        false,
        false,
        0,
        0,
        false);
  }

  private static Linguist linguist(UnitManager units, Loader sounds) {
    Dictionary words =
        new TextDictionary(EnglishModel.words(), EnglishModel.noises(), List.of(), null, units);
    NgramTrieModel sentences =
        new NgramTrieModel(
            "",
            EnglishModel.sentences(),
            null,
            100_000,
            false,
            3,
            words,
            false,
            LANGUAGE_WEIGHT,
            WORD_INSERTION,
            0.7f);
    return new LexTreeLinguist(
        new TiedStateAcousticModel(sounds, units, true),
        units,
        sentences,
        words,
        true,
        true,
        WORD_INSERTION,
        SILENCE_INSERTION,
        FILLER_INSERTION,
        1,
        LANGUAGE_WEIGHT,
        true,
        false,
        1,
        0);
  }

  private FrontEnd frontEnd(Loader sounds) throws IOException {
    return new FrontEnd(
        new ArrayList<>(
            List.of(
                source,
                new Preemphasizer(0.97),
                new RaisedCosineWindower(0.46, 25.625f, 10),
                new DiscreteFourierTransform(-1, false),
                new AutoCepstrum(sounds),
                new BatchCMN(),
                new DeltasFeatureExtractor(3),
                new FeatureTransform(sounds))));
  }

  /** In the order of the kinds of states that the linguist has: two of the six are words. */
  private static List<ActiveListFactory> beams() {
    ActiveListFactory states = new PartitionActiveListFactory(BEAM, RELATIVE_BEAM);
    ActiveListFactory words = new PartitionActiveListFactory(WORD_BEAM, RELATIVE_WORD_BEAM);
    return List.of(states, words, words, states, states, states);
  }

  /**
   * The words of a piece and the noises between them, in order.
   *
   * @param samples not empty
   */
  List<WordResult> decode(float[] samples, Monitor monitor) {
    source.give(samples);
    search.startRecognition();
    try {
      Result last = null;
      Result result;
      do {
        monitor.checkCancelled();
        result = search.recognize(BLOCK);
        last = result == null ? last : result;
      } while (result != null && !result.isFinal());
      return last == null ? List.of() : last.getTimedBestResult(true);
    } finally {
      search.stopRecognition();
    }
  }

  @Override
  public void close() {
    search.deallocate();
  }
}
