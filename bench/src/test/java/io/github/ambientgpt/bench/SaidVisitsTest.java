package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bench.SaidVisit.Turn;
import io.github.ambientgpt.core.contract.WhisperModels;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.WordErrors;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.vocabulary.ConceptKind;
import io.github.ambientgpt.core.vocabulary.Vocabulary;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Visits said aloud, heard by our recognizer and by whisper.cpp itself with its own defaults. */
@Tag("whisper")
class SaidVisitsTest {
  /** Percentage points of word error rate that ours may be worse. */
  private static final double MARGIN = 0.5;

  @ParameterizedTest
  @ValueSource(strings = {"tiny.en", "base"})
  void hearsAsWellAsWhisperItselfAndInventsNothing(String name) throws IOException {
    Path model = WhisperModels.require(name);
    WordErrors ours = WordErrors.NONE;
    WordErrors own = WordErrors.NONE;
    long ourDrugs = 0;
    long ownDrugs = 0;
    List<String> invented = new ArrayList<>();
    // The recognizer first: it loads the library that the bare call needs, too.
    try (SpeechRecognizer recognizer =
            Providers.recognizers()
                .create("whisper", Settings.of(Settings.MODEL, model.toString()));
        WhisperContext whisper = new WhisperJNI().init(model)) {
      for (SaidVisit visit : SaidVisit.all()) {
        String said = visit.text();
        float[] samples = visit.samples();
        Transcript heard =
            recognizer.transcribe(
                AudioStream.of(samples), RecognitionOptions.DEFAULT, Monitor.NONE);
        String text =
            heard.utterances().stream().map(Utterance::text).collect(Collectors.joining(" "));
        String reference = own(whisper, samples);
        ours = ours.plus(WordErrors.between(said, text));
        own = own.plus(WordErrors.between(said, reference));
        ourDrugs += drugs(said, text);
        ownDrugs += drugs(said, reference);
        heard.utterances().stream()
            .filter(utterance -> isInvented(utterance, visit.turns()))
            .map(Utterance::text)
            .forEach(invented::add);
      }
    }
    System.out.printf(
        "%s: WER %.1f %% (whisper.cpp %.1f %%), drugs %d (%d), invented %d%n",
        name, ours.percent(), own.percent(), ourDrugs, ownDrugs, invented.size());

    assertThat(invented).as("lines that nobody said").isEmpty();
    assertThat(ours.percent()).as("WER").isLessThanOrEqualTo(own.percent() + MARGIN);
    assertThat(ourDrugs).as("drugs heard right").isGreaterThanOrEqualTo(ownDrugs);
  }

  /** Not one of its words was said about then. */
  private static boolean isInvented(Utterance utterance, List<Turn> turns) {
    double start = utterance.span().orElseThrow().start() - 2;
    double end = utterance.span().orElseThrow().end() + 2;
    List<String> near =
        turns.stream()
            .filter(turn -> turn.start() <= end && turn.end() >= start)
            .flatMap(turn -> WordErrors.words(turn.text()).stream())
            .toList();
    return WordErrors.words(utterance.text()).stream().noneMatch(near::contains);
  }

  /** How many of the drugs that were said are in what was heard. */
  private static long drugs(String said, String heard) {
    List<String> names = drugs(heard);
    return drugs(said).stream().filter(names::contains).count();
  }

  private static List<String> drugs(String text) {
    return Vocabulary.english().mentions(text).stream()
        .filter(mention -> mention.concept().kind() == ConceptKind.DRUG)
        .map(mention -> mention.concept().name())
        .distinct()
        .toList();
  }

  private static String own(WhisperContext context, float[] samples) {
    WhisperJNI whisper = new WhisperJNI();
    WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.BEAN_SEARCH);
    params.language = "en";
    params.printProgress = false;
    params.printTimestamps = false;
    params.nThreads = Math.min(4, Runtime.getRuntime().availableProcessors());
    assertThat(whisper.full(context, params, samples, samples.length)).isZero();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < whisper.fullNSegments(context); i++) {
      text.append(whisper.fullGetSegmentText(context, i)).append(' ');
    }
    return text.toString().replaceAll("\\[[^\\]]*\\]|\\([^)]*\\)", " ");
  }
}
