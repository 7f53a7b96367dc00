package io.github.ambientgpt.bench;

import static io.github.ambientgpt.bench.Report.one;
import static io.github.ambientgpt.bench.Report.two;

import io.github.ambientgpt.audio.AudioDecoder;
import io.github.ambientgpt.audio.DecodedAudio;
import io.github.ambientgpt.bench.Report.Table;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What our way from a file to a transcript costs beside a bare call of whisper.cpp on samples that
 * are in memory. Both take turns in one run, so that a busy machine slows both.
 */
final class TranscribeMeasure {
  private static final String MODEL =
      "core/ambient-gpt-asr-whisper/src/test/resources/io/github/ambientgpt/asr/whisper/"
          + "ggml-tiny.en-no-weights.bin";
  private static final String SPEECH = "core/ambient-gpt-cli/src/main/samples/jfk.wav";

  /** The same for both; one leaves whisper.cpp nothing to wait for on a busy machine. */
  private static final int THREADS = 1;

  private static final int WARM_UPS = 2;
  private static final int RUNS = 11;

  private final Report report;

  TranscribeMeasure(Report report) {
    this.report = report;
  }

  /**
   * @param root the checkout, which has the model without weights and the speech
   */
  void measure(Path root) throws IOException {
    Path file = root.resolve(SPEECH);
    Path model = root.resolve(MODEL);
    Settings settings =
        Settings.of(Settings.MODEL, model.toString()).with("threads", Integer.toString(THREADS));
    List<Double> ours = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    // The recognizer first: it loads the library that the bare call needs, too.
    try (SpeechRecognizer recognizer = Providers.recognizers().create("whisper", settings)) {
      float[] samples = samples(file);
      WhisperJNI whisper = new WhisperJNI();
      try (WhisperContext context = whisper.init(model)) {
        for (int i = -WARM_UPS; i < RUNS; i++) {
          boolean oursFirst = i % 2 == 0;
          double first = oursFirst ? transcribe(recognizer, file) : call(whisper, context, samples);
          double second =
              oursFirst ? call(whisper, context, samples) : transcribe(recognizer, file);
          if (i >= 0) {
            ours.add(oursFirst ? first : second);
            bare.add(oursFirst ? second : first);
          }
        }
      }
    }
    report(ours, bare);
  }

  private static double transcribe(SpeechRecognizer recognizer, Path file) {
    long start = System.nanoTime();
    try (DecodedAudio audio = new AudioDecoder().open(file)) {
      recognizer.transcribe(audio, RecognitionOptions.DEFAULT, Monitor.NONE);
    }
    return milliseconds(start);
  }

  /** With the parameters of our recognizer. */
  private static double call(WhisperJNI whisper, WhisperContext context, float[] samples) {
    WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.BEAN_SEARCH);
    params.beamSearchBeamSize = 5;
    params.nThreads = THREADS;
    params.language = "en";
    params.suppressNonSpeechTokens = true;
    params.printProgress = false;
    params.printTimestamps = false;
    long start = System.nanoTime();
    if (whisper.full(context, params, samples, samples.length) != 0) {
      throw new IllegalStateException("whisper.cpp failed");
    }
    int segments = whisper.fullNSegments(context);
    for (int i = 0; i < segments; i++) {
      whisper.fullGetSegmentText(context, i);
    }
    return milliseconds(start);
  }

  private static float[] samples(Path file) {
    try (DecodedAudio audio = new AudioDecoder().open(file)) {
      double seconds = audio.duration().orElseThrow();
      float[] samples = new float[(int) Math.round(seconds * AudioStream.SAMPLE_RATE)];
      int length = 0;
      int count;
      do {
        count = audio.read(samples, length, samples.length - length);
        length += Math.max(0, count);
      } while (count > 0);
      return samples;
    }
  }

  private static double milliseconds(long start) {
    return (System.nanoTime() - start) / 1e6;
  }

  private void report(List<Double> ours, List<Double> bare) {
    double ratio = median(ours) / median(bare);
    report.figure("transcribe.ratio", ratio);
    report.table(
        new Table(
            "From a file to a transcript, beside a bare call of whisper.cpp",
            "Milliseconds for "
                + SPEECH.substring(SPEECH.lastIndexOf('/') + 1)
                + " (11 s) with the tiny.en model without weights, one thread, "
                + RUNS
                + " runs each, taking turns after "
                + WARM_UPS
                + " to warm up. Ours decodes the file, finds the speech, recognizes, and makes "
                + "the transcript; the bare call gets samples that are in memory.",
            List.of("", "median", "fastest", "slowest"),
            List.of(
                row("transcribe", ours),
                row("whisper.cpp by JNI", bare),
                List.of("ratio of the medians", two(ratio), "", ""))));
  }

  private static List<String> row(String name, List<Double> times) {
    List<Double> sorted = times.stream().sorted().toList();
    return List.of(
        name, one(median(times)), one(sorted.get(0)), one(sorted.get(sorted.size() - 1)));
  }

  /** Of an odd number. */
  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
