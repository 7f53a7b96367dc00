package io.github.ambientgpt.api.live;

import io.github.ambientgpt.core.speech.AudioStream;
import io.github.ambientgpt.core.speech.StreamingRecognizer;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A recognizer that listens to a recording in a thread of its own, so that keeping the sound never
 * waits for it. It outlives a connection that breaks. One that falls too far behind, or fails,
 * stops and says so: the words are then made from the recording.
 */
final class Captions implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Captions.class);

  /**
   * Four frames of the page. Each call of a recognizer has a cost of its own, such as a look at all
   * that is being said: one that is behind catches up with fewer, and its words still come soon.
   */
  private static final int AT_ONCE = AudioStream.SAMPLE_RATE * 2 / 5;

  private final Backlog backlog;
  private final AtomicReference<Listener> listener = new AtomicReference<>(Listener.NOBODY);
  private final CompletableFuture<Transcript> words = new CompletableFuture<>();
  private volatile boolean incomplete;

  /** Hears what was said. Called by the recognizer's thread. */
  interface Listener {
    Listener NOBODY =
        new Listener() {
          @Override
          public void partial(String text, double start) {}

          @Override
          public void utterance(Utterance utterance) {}

          @Override
          public void stopped(String why) {}
        };

    /**
     * @param start where the heard sound ended at the last utterance, in seconds
     */
    void partial(String text, double start);

    void utterance(Utterance utterance);

    /** There will be no more captions; the recording goes on. */
    void stopped(String why);
  }

  /** Opens a session for a listener; may take seconds. */
  interface Opening {
    StreamingRecognizer.Session open(StreamingRecognizer.Listener listener);
  }

  Captions(Opening opening, int lagSeconds) {
    this.backlog = new Backlog(lagSeconds * AudioStream.SAMPLE_RATE);
    Thread thread = new Thread(() -> listen(opening), "captions");
    thread.setDaemon(true);
    thread.start();
  }

  void listener(Listener other) {
    listener.set(other);
  }

  /** Never waits. */
  void hear(float[] samples) {
    if (!incomplete && !backlog.add(samples)) {
      stop("The recognizer is too slow for captions here: the transcript is made afterwards.");
    }
  }

  /** Some sound never reached it, or will not. */
  boolean incomplete() {
    return incomplete;
  }

  /**
   * Waits for the last words.
   *
   * @return empty when it did not hear all
   */
  Optional<Transcript> finish(long seconds) {
    if (incomplete) {
      return Optional.empty();
    }
    backlog.end();
    try {
      return Optional.of(words.get(seconds, TimeUnit.SECONDS)).filter(heard -> !incomplete);
    } catch (ExecutionException | TimeoutException e) {
      stop("The recognizer did not come to an end: the transcript is made afterwards.");
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void stop(String why) {
    if (!incomplete) {
      incomplete = true;
      backlog.drop();
      listener.get().stopped(why);
    }
  }

  private void listen(Opening opening) {
    Heard heard = new Heard();
    try (StreamingRecognizer.Session session = opening.open(heard)) {
      for (float[] some = backlog.take(AT_ONCE); some.length > 0; some = backlog.take(AT_ONCE)) {
        heard.samples += some.length;
        session.accept(some, 0, some.length);
      }
      words.complete(session.finish());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      words.completeExceptionally(e);
    } catch (RuntimeException | LinkageError e) {
      log.warn("Captions failed: {}", e.getClass().getName());
      words.completeExceptionally(e);
      stop("Captions are not possible now: the transcript is made afterwards.");
    }
  }

  @Override
  public void close() {
    listener.set(Listener.NOBODY);
    stop("");
  }

  private final class Heard implements StreamingRecognizer.Listener {
    private long samples;
    private double start;

    @Override
    public void partial(String text) {
      if (!text.isBlank()) {
        listener.get().partial(text, start);
      }
    }

    @Override
    public void utterance(Utterance utterance) {
      start =
          utterance
              .span()
              .map(span -> span.end())
              .orElse((double) samples / AudioStream.SAMPLE_RATE);
      listener.get().utterance(utterance);
    }
  }
}
