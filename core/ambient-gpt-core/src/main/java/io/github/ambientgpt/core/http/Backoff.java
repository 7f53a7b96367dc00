package io.github.ambientgpt.core.http;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How often something is tried, and how long between; each pause is twice the one before.
 *
 * @param attempts at least 1
 * @param first the pause after the first failure
 */
public record Backoff(int attempts, Duration first) {
  /** Four attempts, after 1, 2 and 4 seconds. */
  public static final Backoff DEFAULT = new Backoff(4, Duration.ofSeconds(1));

  /** A server that wants a longer pause than this is not waited for. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private static final long LOOK_MILLIS = 100;

  public Backoff {
    if (attempts < 1 || first.isNegative()) {
      throw new IllegalArgumentException("At least one attempt, and no negative pause");
    }
  }

  /**
   * Waits before the next attempt.
   *
   * @param failures how many attempts failed so far
   * @param least what the server asks for; zero when it asks for nothing
   * @return false, without waiting, when no further attempt should be made
   * @throws CancelledException when the monitor says so
   */
  public boolean pause(int failures, Duration least, Monitor monitor) {
    if (failures >= attempts || least.compareTo(LONGEST) > 0) {
      return false;
    }
    Duration own = first.multipliedBy(1L << Math.min(failures - 1, 10));
    long end = System.nanoTime() + (own.compareTo(least) > 0 ? own : least).toNanos();
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      monitor.checkCancelled();
      try {
        TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancelledException();
      }
    }
    return true;
  }
}
