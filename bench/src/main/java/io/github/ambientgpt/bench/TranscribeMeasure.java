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
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What our way from a file to a transcript costs beside whisper.cpp itself, which gets the samples
 * in memory, in one call, and is left at its own defaults. Real speech, a real model; both take
 * turns in one run, so that a busy machine slows both.
 */
final class TranscribeMeasure {
  /** The same for both; one leaves whisper.cpp nothing to wait for on a busy machine. */
  private static final int THREADS = 1;

  /** How long the recordings are in seconds, and how often each is heard by both. */
  private static final int[][] LENGTHS = {{11, 5}, {44, 5}, {600, 3}};

  /** Samples that both hear before anything is timed. */
  private static final int WARM_UP = 11 * AudioStream.SAMPLE_RATE;

  private final Report report;

  TranscribeMeasure(Report report) {
    this.report = report;
  }

  void measure(Path model) throws IOException {
    float[] speech = speech();
    List<List<String>> rows = new ArrayList<>();
    Settings settings =
        Settings.of(Settings.MODEL, model.toString()).with("threads", Integer.toString(THREADS));
    // The recognizer first: it loads the library that the bare call needs, too.
    try (SpeechRecognizer recognizer = Providers.recognizers().create("whisper", settings);
        WhisperContext whisper = new WhisperJNI().init(model)) {
      timed(recognizer, whisper, Arrays.copyOf(speech, WARM_UP), 1);
      for (int[] length : LENGTHS) {
        float[] samples = repeated(speech, length[0] * AudioStream.SAMPLE_RATE);
        rows.add(row(length[0], timed(recognizer, whisper, samples, length[1])));
      }
    }
    report.table(
        new Table(
            "From a file to a transcript, beside whisper.cpp itself",
            "Medians in seconds for visits said aloud (the longest repeats them), model tiny.en, one thread, "
                + "taking turns. Ours decodes the file, finds the speech, recognizes, and makes the "
                + "transcript; whisper.cpp gets samples that are in memory, with its program's beam of 5.",
            List.of("Seconds of speech", "runs", "transcribe", "whisper.cpp", "ratio"),
            rows));
  }

  private record Times(List<Double> ours, List<Double> bare) {}

  private static Times timed(
      SpeechRecognizer recognizer, WhisperContext whisper, float[] samples, int runs)
      throws IOException {
    Path file = Files.createTempFile("said", ".wav");
    try {
      write(samples, file);
      Times times = new Times(new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < runs; i++) {
        if (i % 2 == 0) {
          times.ours.add(transcribe(recognizer, file));
          times.bare.add(call(whisper, samples));
        } else {
          times.bare.add(call(whisper, samples));
          times.ours.add(transcribe(recognizer, file));
        }
      }
      return times;
    } finally {
      Files.delete(file);
    }
  }

  private static double transcribe(SpeechRecognizer recognizer, Path file) {
    long start = System.nanoTime();
    try (DecodedAudio audio = new AudioDecoder().open(file)) {
      recognizer.transcribe(audio, RecognitionOptions.DEFAULT, Monitor.NONE);
    }
    return seconds(start);
  }

  private static double call(WhisperContext context, float[] samples) {
    WhisperJNI whisper = new WhisperJNI();
    WhisperFullParams params = new WhisperFullParams(WhisperSamplingStrategy.BEAN_SEARCH);
    params.beamSearchBeamSize = 5;
    params.nThreads = THREADS;
    params.language = "en";
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
    return seconds(start);
  }

  /** The visits one after the other. */
  private static float[] speech() {
    List<float[]> visits = SaidVisit.all().stream().map(SaidVisit::samples).toList();
    float[] all = new float[visits.stream().mapToInt(samples -> samples.length).sum()];
    int at = 0;
    for (float[] visit : visits) {
      System.arraycopy(visit, 0, all, at, visit.length);
      at += visit.length;
    }
    return all;
  }

  private static float[] repeated(float[] speech, int length) {
    float[] samples = Arrays.copyOf(speech, length);
    for (int i = speech.length; i < length; i++) {
      samples[i] = samples[i - speech.length];
    }
    return samples;
  }

  /** A WAV file of 16 bits. */
  private static void write(float[] samples, Path file) throws IOException {
    int bytes = samples.length * Short.BYTES;
    ByteBuffer wav = ByteBuffer.allocate(44 + bytes).order(ByteOrder.LITTLE_ENDIAN);
    wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + bytes);
    wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    wav.putShort((short) 1).putShort((short) 1).putInt(AudioStream.SAMPLE_RATE);
    wav.putInt(AudioStream.SAMPLE_RATE * Short.BYTES).putShort((short) 2).putShort((short) 16);
    wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (float sample : samples) {
      wav.putShort((short) Math.round(Math.max(-1, Math.min(1, sample)) * Short.MAX_VALUE));
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(wav.array());
    }
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }

  private List<String> row(int seconds, Times times) {
    double ratio = median(times.ours) / median(times.bare);
    report.figure("transcribe.ratio-" + seconds, ratio);
    return List.of(
        Integer.toString(seconds),
        Integer.toString(times.ours.size()),
        one(median(times.ours)),
        one(median(times.bare)),
        two(ratio));
  }

  /** Of an odd number. */
  private static double median(List<Double> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }
}
