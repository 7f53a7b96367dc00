package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.github.ambientgpt.bridge.model.Models;
import io.github.ambientgpt.bridge.ollama.Connection;
import io.github.ambientgpt.bridge.ollama.Ollama;
import io.github.ambientgpt.bridge.ollama.OllamaException;
import io.github.ambientgpt.bridge.ollama.Piece;
import io.github.ambientgpt.bridge.ollama.Question;
import io.github.ambientgpt.bridge.queue.RequestQueue;
import io.github.ambientgpt.bridge.queue.Ticket;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.stereotype.Service;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.scheduler.Schedulers;

/**
 * Gets answers: a seat in the queue, room for the question, Ollama, another try where that is safe,
 * and all of it within a deadline. Whoever cancels gives seat and slot back at once, and Ollama
 * stops. A reader that is slow holds no slot: an answer is as long as a context at most, and is
 * kept until it is read. Thread-safe.
 */
@Service
public class Answers {
  private static final Duration FIRST_PLACE = Duration.ofMillis(200);
  private static final Duration NEXT_PLACE = Duration.ofSeconds(1);

  private final RequestQueue queue;
  private final Models models;
  private final Ollama ollama;
  private final AnswerMeter meter;
  private final BridgeSettings settings;

  /** Only what Ollama has not begun to work on is put again: an answer costs a GPU's time. */
  private final RetryTemplate retry =
      new RetryTemplate(
          RetryPolicy.builder()
              .maxRetries(2)
              .delay(Duration.ofMillis(200))
              .multiplier(2)
              .jitter(Duration.ofMillis(100))
              .predicate(e -> e instanceof OllamaException fault && fault.kind().again())
              .build());

  Answers(
      RequestQueue queue,
      Models models,
      Ollama ollama,
      AnswerMeter meter,
      BridgeSettings settings) {
    this.queue = queue;
    this.models = models;
    this.ollama = ollama;
    this.meter = meter;
    this.settings = settings;
  }

  /** As {@link #ask(Question, Duration)}, with the longest time that there is. */
  public Flux<Event> ask(Question question) {
    return ask(question, settings.timeout());
  }

  /**
   * The way to an answer; nothing happens before somebody subscribes.
   *
   * @param deadline at most the configured one counts
   */
  public Flux<Event> ask(Question question, Duration deadline) {
    Duration patience = deadline.compareTo(settings.timeout()) > 0 ? settings.timeout() : deadline;
    return Flux.defer(
        () -> {
          Attempt attempt = new Attempt(question, patience);
          return Flux.create(attempt::start)
              .doOnNext(attempt::seen)
              .doOnError(e -> meter.failed(question.route(), e))
              .doOnCancel(() -> meter.cancelled(question.route()));
        });
  }

  /** One request, from its seat to its end. */
  private final class Attempt {
    private final Question question;
    private final Duration patience;
    private final long began = System.nanoTime();
    private final AtomicReference<Ticket> ticket = new AtomicReference<>();
    private final Connection connection = new Connection();
    private final AtomicBoolean over = new AtomicBoolean();
    private final Disposable.Swap timer = Disposables.swap();
    private final Disposable.Swap places = Disposables.swap();
    private volatile long first;

    Attempt(Question question, Duration patience) {
      this.question = question;
      this.patience = patience;
    }

    void start(FluxSink<Event> sink) {
      sink.onDispose(this::giveBack);
      timer.update(
          Schedulers.parallel()
              .schedule(
                  () -> fail(sink, new DeadlineException(patience)),
                  patience.toNanos(),
                  TimeUnit.NANOSECONDS));
      try {
        Ticket seat = queue.enter(() -> work(sink));
        ticket.set(seat);
        if (question.streams()) {
          places.update(places(seat, sink));
        }
      } catch (RuntimeException e) {
        fail(sink, e);
      }
      if (sink.isCancelled()) { // while it sat down
        giveBack();
      }
    }

    /** Short waits are not worth a word. */
    private Disposable places(Ticket seat, FluxSink<Event> sink) {
      return Flux.interval(FIRST_PLACE, NEXT_PLACE)
          .map(tick -> seat.place())
          .takeWhile(Optional::isPresent)
          .distinctUntilChanged()
          .subscribe(place -> sink.next(new Event.Queued(place.get())));
    }

    private void fail(FluxSink<Event> sink, Throwable e) {
      if (!over.getAndSet(true)) {
        sink.error(e);
      }
    }

    /** After the end, whichever it is. */
    private void giveBack() {
      over.set(true);
      timer.dispose();
      places.dispose();
      connection.breakOff();
      Ticket seat = ticket.get();
      if (seat != null) {
        seat.giveBack();
      }
    }

    private void work(FluxSink<Event> sink) {
      places.dispose();
      try {
        meter.waited(Duration.ofNanos(System.nanoTime() - began));
        long begun = System.nanoTime();
        retry.execute(
            () -> {
              Room room =
                  Room.of(question, models.facts(question.model()), settings.context(), most());
              Question asked =
                  room.asked().isPresent()
                      ? question.withContext(room.asked().getAsInt())
                      : question.uncut();
              ollama.ask(asked, patience, connection, piece -> pass(piece, room, begun, sink));
              return null;
            });
        sink.complete();
      } catch (RetryException e) {
        Throwable cause = e.getLastException();
        if (!(cause instanceof InterruptedException)) {
          fail(sink, cause);
        }
      }
    }

    private OptionalInt most() {
      int most = question.body().path("options").path("num_predict").asInt(0);
      return most > 0 ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private void pass(Piece piece, Room room, long begun, FluxSink<Event> sink) {
      if (first == 0 && (!piece.text().isEmpty() || piece.end().isPresent())) {
        first = System.nanoTime();
      }
      if (piece.end().isPresent() && piece.end().get().promptTokens() >= room.most()) {
        // An Ollama that does not know 'truncate' reads as much as fits, and says how much.
        throw new PromptTooLongException(question.bytes() / 4, room.most());
      }
      if (!piece.text().isEmpty()) {
        sink.next(new Event.Written(piece.text()));
      }
      if (piece.end().isPresent()) {
        queue.answered(Duration.ofNanos(System.nanoTime() - begun));
        sink.next(finished(piece.end().get(), begun));
      }
    }

    private Event.Finished finished(Piece.End end, long begun) {
      return new Event.Finished(
          end.reason().equals("length") ? Ending.LENGTH : Ending.COMPLETE,
          new Usage(end.promptTokens(), end.completionTokens()),
          new Timing(
              seconds(begun - began), seconds(first - began), seconds(System.nanoTime() - began)));
    }

    private void seen(Event event) {
      if (event instanceof Event.Finished finished) {
        meter.answered(question, finished);
      }
    }

    private static double seconds(long nanos) {
      return Math.round(nanos / 1e6) / 1000.0;
    }
  }
}
