package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.http.CancellableBody;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/**
 * A body while it arrives. Reading ends with a {@link CancelledException} when the monitor says so,
 * and with a {@link ServerFault} when the server stalls, breaks off or never ends: unchecked, since
 * LangChain4j's parsers take an {@code IOException} for the end. Filled by the HTTP client's
 * threads, read by one other.
 */
final class WatchedBody extends InputStream implements BodySubscriber<WatchedBody> {
  /** Far more than any note; a server that says more has lost its way. */
  private static final long MOST = 64L << 20;

  private final String host;
  private final Monitor monitor;
  private final Duration patience;
  private final CancellableBody arriving = new CancellableBody();
  private final CompletableFuture<WatchedBody> self = CompletableFuture.completedFuture(this);

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
    arriving.onSubscribe(subscription);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    arriving.onNext(bytes);
  }

  @Override
  public void onError(Throwable failure) {
    arriving.onError(failure);
  }

  @Override
  public void onComplete() {
    arriving.onComplete();
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
    List<ByteBuffer> arrived = await();
    if (arrived == null) {
      ended = true;
      return;
    }
    current = arrived;
    total += current.stream().mapToInt(ByteBuffer::remaining).sum();
    if (total > MOST) {
      throw ServerFault.lasting(
          "%s does not stop answering, and was stopped after %d MB: try another model."
              .formatted(host, MOST >> 20));
    }
  }

  private List<ByteBuffer> await() {
    try {
      return arriving.next(patience, monitor);
    } catch (HttpTimeoutException e) {
      throw Wire.stalled(host, patience);
    } catch (IOException e) {
      throw Wire.broken(host, e.getCause());
    }
  }

  /** Lets go of the connection, whether or not all of it was read. */
  @Override
  public void close() {
    arriving.close();
  }
}
