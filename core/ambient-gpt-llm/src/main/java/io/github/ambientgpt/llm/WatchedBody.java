package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A body while it arrives. Reading ends with a {@link CancelledException} when the monitor says so,
 * and with a {@link ServerFault} when the server stalls, breaks off or never ends: unchecked, since
 * LangChain4j's parsers take an {@code IOException} for the end. Filled by the HTTP client's
 * threads, read by one other.
 */
final class WatchedBody extends InputStream implements BodySubscriber<WatchedBody> {
  /** Far more than any note; a server that says more has lost its way. */
  private static final long MOST = 64L << 20;

  private static final Arrival END = new Arrival(List.of(), null);

  /** Bytes, or what went wrong; neither at the end. */
  private record Arrival(List<ByteBuffer> bytes, Throwable failure) {}

  private final String host;
  private final Monitor monitor;
  private final Duration patience;
  private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
  private final CompletableFuture<WatchedBody> self = CompletableFuture.completedFuture(this);
  private volatile Subscription subscription;
  private volatile boolean closed;

  private List<ByteBuffer> current = List.of();
  private long total;
  private boolean ended;

  WatchedBody(String host, Monitor monitor, Duration patience) {
    this.host = host;
    this.monitor = monitor;
    this.patience = patience;
  }

  @Override
  public CompletionStage<WatchedBody> getBody() {
    return self;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    this.subscription = subscription;
    if (closed) {
      subscription.cancel();
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    arrivals.add(new Arrival(bytes, null));
  }

  @Override
  public void onError(Throwable failure) {
    arrivals.add(new Arrival(List.of(), failure));
  }

  @Override
  public void onComplete() {
    arrivals.add(END);
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      for (ByteBuffer bytes : current) {
        if (bytes.hasRemaining()) {
          int count = Math.min(length, bytes.remaining());
          bytes.get(target, offset, count);
          return count;
        }
      }
      next();
    }
    return -1;
  }

  private void next() {
    Arrival arrival = await();
    if (arrival == END) {
      ended = true;
      return;
    }
    if (arrival.failure() != null) {
      throw Wire.broken(host, arrival.failure());
    }
    current = arrival.bytes();
    total += current.stream().mapToInt(ByteBuffer::remaining).sum();
    if (total > MOST) {
      throw ServerFault.lasting(
          "%s does not stop answering, and was stopped after %d MB: try another model."
              .formatted(host, MOST >> 20));
    }
    subscription.request(1);
  }

  private Arrival await() {
    long deadline = System.nanoTime() + patience.toNanos();
    try {
      while (true) {
        monitor.checkCancelled();
        Arrival arrival = arrivals.poll(Wire.TICK.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival != null) {
          return arrival;
        }
        if (closed) {
          return END;
        }
        if (System.nanoTime() > deadline) {
          throw Wire.stalled(host, patience);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  /** Lets go of the connection, whether or not all of it was read. */
  @Override
  public void close() {
    closed = true;
    Subscription open = subscription;
    if (open != null) {
      open.cancel();
    }
  }
}
