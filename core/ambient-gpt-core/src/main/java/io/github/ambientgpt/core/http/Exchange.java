package io.github.ambientgpt.core.http;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A request and its answer, which a person may stop waiting for.
 *
 * @since 0.1.0
 */
public final class Exchange {
  private static final long LOOK_MILLIS = 100;

  private Exchange() {}

  /**
   * Blocks until the answer is there, as far as the body handler wants it.
   *
   * @param limit how long that may take; not left to the request, whose limit some JDKs end with
   *     the answer's head and others with its body
   * @throws CancelledException within a fraction of a second when the monitor says so; the
   *     connection is then closed
   * @throws HttpTimeoutException when there is none within the limit
   * @throws IOException when there is no answer
   */
  public static <T> HttpResponse<T> send(
      HttpClient client,
      HttpRequest request,
      HttpResponse.BodyHandler<T> body,
      Duration limit,
      Monitor monitor)
      throws IOException {
    monitor.checkCancelled();
    long end = System.nanoTime() + limit.toNanos();
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
    try {
      while (true) {
        try {
          return answer.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          monitor.checkCancelled();
          if (System.nanoTime() - end > 0) {
            throw new HttpTimeoutException("No answer within " + limit);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }
}
