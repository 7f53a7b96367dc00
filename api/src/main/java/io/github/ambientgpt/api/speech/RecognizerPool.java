package io.github.ambientgpt.api.speech;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.DecoderFailureException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.core.speech.VoicedAudio;
import io.github.ambientgpt.core.transcript.Transcript;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Hears recordings. A model takes seconds to load, so engines stay open for a while; each hears one
 * recording at a time, and only so many at once: the others wait for their turn. For any thread.
 */
@Component
public class RecognizerPool implements DisposableBean {
  private static final String FACTOR = "ambientgpt.recognition.realtime.factor";
  private static final String RECOGNIZER = "recognizer";
  private static final long LOOK_EVERY_MILLIS = 200;

  private final Providers<SpeechRecognizer, SpeechRecognizerProvider> providers;
  private final SpeechProperties properties;
  private final MeterRegistry meters;
  private final Semaphore turns;
  private final Deque<Idle> idle = new ArrayDeque<>();
  private final ScheduledExecutorService tidying =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "recognizer-pool");
            thread.setDaemon(true);
            return thread;
          });

  private record Idle(SpeechEngine engine, SpeechRecognizer recognizer, long since) {}

  /** Does something with an engine that is its own meanwhile. */
  @FunctionalInterface
  public interface Work<T> {
    T with(SpeechRecognizer recognizer);
  }

  RecognizerPool(
      Providers<SpeechRecognizer, SpeechRecognizerProvider> providers,
      SpeechProperties properties,
      MeterRegistry meters) {
    this.meters = meters;
    this.providers = providers;
    this.properties = properties;
    this.turns = new Semaphore(properties.atOnce(), true);
    long often = Math.max(1, properties.idle().toMillis() / 4);
    tidying.scheduleWithFixedDelay(this::tidy, often, often, TimeUnit.MILLISECONDS);
  }

  /**
   * For a job, which waits as long as it takes.
   *
   * @throws NotReadyException when the engine lacks something
   * @throws EngineException when it fails
   * @throws CancelledException when the monitor says so
   */
  public Transcript transcribe(
      SpeechEngine engine, AudioStream audio, RecognitionOptions options, Monitor monitor) {
    return use(
        engine,
        null,
        monitor,
        recognizer -> {
          long began = System.nanoTime();
          Transcript transcript =
              VoicedAudio.transcribe(recognizer, audio, Providers.embedder(), options, monitor);
          took(engine.id(), System.nanoTime() - began, audio.duration());
          return transcript;
        });
  }

  /**
   * How many seconds a second of speech takes: below 1 the recognizer keeps up with what comes in.
   * Neither the wait for its turn nor the loading of its model counts.
   */
  private void took(String recognizer, long nanos, OptionalDouble seconds) {
    if (seconds.orElse(0) > 0) {
      meters.summary(FACTOR, RECOGNIZER, recognizer).record(nanos / 1e9 / seconds.getAsDouble());
    }
  }

  /**
   * How many seconds a second of speech took on this machine, on average since the start.
   *
   * @return empty for a recognizer that has heard nothing yet
   */
  public OptionalDouble realTimeFactor(String recognizer) {
    DistributionSummary taken = meters.find(FACTOR).tag(RECOGNIZER, recognizer).summary();
    return taken == null || taken.count() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(taken.mean());
  }

  /**
   * For somebody who waits for the words.
   *
   * @throws ApiException when it is nobody's turn for too long
   */
  public <T> T soon(SpeechEngine engine, Work<T> work) {
    return use(engine, properties.patience(), Monitor.NONE, work);
  }

  private <T> T use(
      SpeechEngine engine, @Nullable Duration patience, Monitor monitor, Work<T> work) {
    awaitTurn(patience, monitor);
    try {
      SpeechRecognizer recognizer = take(engine);
      boolean well = false;
      try {
        T result = work.with(recognizer);
        well = true;
        return result;
      } catch (CancelledException | InvalidInputException | DecoderFailureException e) {
        well = true; // the engine had no part in it
        throw e;
      } finally {
        if (well) {
          giveBack(engine, recognizer);
        } else {
          recognizer.close(); // after a failure a fresh one is safer
        }
      }
    } finally {
      turns.release();
    }
  }

  private void awaitTurn(@Nullable Duration patience, Monitor monitor) {
    long start = System.nanoTime();
    try {
      while (!turns.tryAcquire(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        monitor.checkCancelled();
        if (patience != null && System.nanoTime() - start > patience.toNanos()) {
          throw new ApiException(
              ProblemType.BUSY,
              "All recognizers are at work: send it again later, or as a recording of a visit, which waits for its turn.");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private SpeechRecognizer take(SpeechEngine engine) {
    List<SpeechRecognizer> others = new ArrayList<>();
    try {
      synchronized (idle) {
        for (Iterator<Idle> all = idle.iterator(); all.hasNext(); ) {
          Idle each = all.next();
          if (each.engine().equals(engine)) {
            all.remove();
            return each.recognizer();
          }
        }
        // Room for one more model in memory.
        while (idle.size() >= properties.atOnce()) {
          others.add(idle.removeFirst().recognizer());
        }
      }
    } finally {
      others.forEach(SpeechRecognizer::close);
    }
    return providers.create(engine.id(), engine.settings());
  }

  private void giveBack(SpeechEngine engine, SpeechRecognizer recognizer) {
    synchronized (idle) {
      idle.addLast(new Idle(engine, recognizer, System.nanoTime()));
    }
  }

  private void tidy() {
    List<SpeechRecognizer> old = new ArrayList<>();
    synchronized (idle) {
      while (!idle.isEmpty()
          && System.nanoTime() - idle.peekFirst().since() > properties.idle().toNanos()) {
        old.add(idle.removeFirst().recognizer());
      }
    }
    old.forEach(SpeechRecognizer::close);
  }

  @Override
  public void destroy() {
    tidying.shutdownNow();
    synchronized (idle) {
      idle.forEach(each -> each.recognizer().close());
      idle.clear();
    }
  }
}
