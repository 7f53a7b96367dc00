package io.github.ambientgpt.core.http;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer, pulled piece by piece. Other than with a stream, its reader can stop
 * waiting: when somebody cancels, or when the server has been silent for too long. For one reader.
 *
 * @since 0.1.0
 */
public final class CancellableBody
    implements HttpResponse.BodySubscriber<CancellableBody>, AutoCloseable {
  private static final long LOOK_MILLIS = 100;

  /** What arrived: data, and after the last of it the end, with what broke it off if anything. */
  private record Arrival(List<ByteBuffer> data, boolean end, Throwable failure) {}

  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private volatile boolean closed;

  @Override
  public CompletionStage<CancellableBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription.complete(given);
    given.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> data) {
    arrivals.add(new Arrival(data, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    arrivals.add(new Arrival(List.of(), true, failure));
  }

  @Override
  public void onComplete() {
    arrivals.add(new Arrival(List.of(), true, null));
  }

  /**
   * Waits for more.
   *
   * @return null at the end, and once it is closed
   * @throws IOException when the connection broke
   * @throws HttpTimeoutException when nothing came for so long
   * @throws CancelledException when the monitor says so
   */
  public List<ByteBuffer> next(Duration patience, Monitor monitor) throws IOException {
    long end = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        monitor.checkCancelled();
        Arrival arrival = arrivals.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (arrival != null) {
          return data(arrival);
        }
        if (closed) {
          return null;
        }
        if (System.nanoTime() - end > 0) {
          throw new HttpTimeoutException("silent");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  private List<ByteBuffer> data(Arrival arrival) throws IOException {
    if (arrival.failure != null) {
      throw new IOException(arrival.failure);
    }
    if (arrival.end) {
      return null;
    }
    subscription.thenAccept(it -> it.request(1));
    return arrival.data;
  }

  /** Closes the connection if there is more to come. */
  @Override
  public void close() {
    closed = true;
    subscription.thenAccept(Flow.Subscription::cancel);
  }
}
