package io.github.ambientgpt.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C: lets the work end in order, so that nothing half-written stays behind. */
final class Interrupt {
  private static final int PATIENCE_SECONDS = 10;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean asked;
  private volatile boolean working;

  void install() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
  }

  private void stop() {
    asked = true;
    if (!working) {
      return; // a read from a keyboard cannot be woken, and leaves nothing behind
    }
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asked by work that can stop: from now on Ctrl-C waits for it. */
  boolean isAsked() {
    working = true;
    return asked;
  }

  void finished() {
    finished.countDown();
  }
}
