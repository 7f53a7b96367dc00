package io.github.ambientgpt.core.http;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/**
 * How often something is tried, and how long between; each pause is twice the one before, and up to
 * half as long again by chance, so that many clients of a server do not come back all at once.
 *
 * @param attempts at least 1
 * @param first the least pause after the first failure
 * @since 0.1.0
 */
public record Backoff(int attempts, Duration first) {
  /** Four attempts, after at least 1, 2 and 4 seconds. */
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
   * How long a server asks to be left alone ({@code Retry-After}, in seconds or as a date); zero
   * when it does not say.
   */
  public static Duration asked(HttpHeaders headers) {
    String value = headers.firstValue("Retry-After").orElse("").strip();
    if (value.matches("\\d{1,9}")) {
      return Duration.ofSeconds(Long.parseLong(value));
    }
    try {
      ZonedDateTime then = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(ZonedDateTime.now(then.getZone()), then);
      return wait.isNegative() ? Duration.ZERO : wait;
    } catch (DateTimeException e) {
      return Duration.ZERO;
    }
  }

  /** Whether a server that asks for such a pause is waited for. */
  public boolean waitsFor(Duration pause) {
    return pause.compareTo(LONGEST) <= 0;
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
    if (failures >= attempts || !waitsFor(least)) {
      return false;
    }
    long usual = first.toNanos() << Math.min(failures - 1, 10);
    long own = usual + ThreadLocalRandom.current().nextLong(usual / 2 + 1);
    long end = System.nanoTime() + Math.max(own, least.toNanos());
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
