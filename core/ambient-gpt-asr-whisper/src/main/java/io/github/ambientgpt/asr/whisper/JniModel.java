package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.Hearing.Segment;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A model that is asked through whisper-jni, where its library has no C functions (Windows) or JNA
 * does not load: no tokens, and as many runs of the encoder as whisper.cpp sees fit.
 *
 * <p>whisper-jni keeps its contexts in a table that is not safe to change while another thread
 * looks something up, so models are opened and closed only when nobody listens.
 */
final class JniModel implements LoadedModel {
  /** whisper.cpp refuses a second or less. */
  private static final int LEAST_SAMPLES = AudioStream.SAMPLE_RATE * 11 / 10;

  private static final ReadWriteLock table = new ReentrantReadWriteLock(true);
  private static final WhisperJNI whisper = new WhisperJNI();

  private final ModelFile model;
  private final WhisperContext context;
  private boolean closed;

  private JniModel(ModelFile model, WhisperContext context) {
    this.model = model;
    this.context = context;
  }

  static JniModel open(ModelFile model) {
    WhisperContext context;
    table.writeLock().lock();
    try {
      context = whisper.init(model.path());
    } catch (IOException e) {
      throw new NotReadyException(
          "The Whisper model %s went away while it was loaded.".formatted(model.path()), e);
    } finally {
      table.writeLock().unlock();
    }
    if (context == null) {
      throw LoadedModel.unloadable(model);
    }
    return new JniModel(model, context);
  }

  @Override
  public Hearing hear(Listening how, float[] samples, int threads) {
    float[] sound =
        samples.length < LEAST_SAMPLES ? Arrays.copyOf(samples, LEAST_SAMPLES) : samples;
    table.readLock().lock();
    try {
      if (whisper.full(context, params(how, threads), sound, sound.length) != 0) {
        throw LoadedModel.failed(model);
      }
      double length = (double) samples.length / AudioStream.SAMPLE_RATE;
      return new Hearing(segments(), length, Double.NaN, Optional.empty());
    } finally {
      table.readLock().unlock();
    }
  }

  private static WhisperFullParams params(Listening how, int threads) {
    WhisperFullParams params =
        new WhisperFullParams(
            how.beams() > 1 ? WhisperSamplingStrategy.BEAN_SEARCH : WhisperSamplingStrategy.GREEDY);
    params.nThreads = threads;
    params.language = how.language();
    params.initialPrompt = how.prompt().isEmpty() ? null : how.prompt();
    params.beamSearchBeamSize = how.beams();
    params.printProgress = false;
    params.printTimestamps = false;
    if (!how.retries()) {
      params.temperatureInc = 0;
    }
    return params;
  }

  private List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    int count = whisper.fullNSegments(context);
    for (int i = 0; i < count; i++) {
      segments.add(
          new Segment(
              whisper.fullGetSegmentTimestamp0(context, i) / 100.0,
              whisper.fullGetSegmentTimestamp1(context, i) / 100.0,
              whisper.fullGetSegmentText(context, i),
              List.of()));
    }
    return segments;
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    table.writeLock().lock();
    try {
      whisper.free(context);
    } finally {
      table.writeLock().unlock();
    }
  }
}
