package io.github.ambientgpt.api.job;

import io.github.ambientgpt.core.progress.Monitor;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Writes a job's progress down now and then, and sees whether it was cancelled. */
final class JobMonitor implements Monitor {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);
  private static final double STEP = 0.01;

  private final JobStore store;
  private final UUID id;
  private final int attempt;
  private final BooleanSupplier shuttingDown;
  private String stage = "";
  private double fraction = Double.NaN;
  private long reported;
  private long looked = System.nanoTime() - PAUSE;
  private volatile boolean cancelled;

  JobMonitor(JobStore store, UUID id, int attempt, BooleanSupplier shuttingDown) {
    this.store = store;
    this.id = id;
    this.attempt = attempt;
    this.shuttingDown = shuttingDown;
  }

  @Override
  public synchronized void report(String stageNow, double fractionNow) {
    long now = System.nanoTime();
    boolean another = !stageNow.equals(stage);
    boolean further = !(fractionNow - fraction < STEP) && now - reported >= PAUSE;
    if (another || further) {
      stage = stageNow;
      fraction = fractionNow;
      reported = now;
      if (!store.progress(id, attempt, stage, Double.isNaN(fraction) ? null : fraction)) {
        cancelled = true; // another process has it
      }
    }
  }

  @Override
  public boolean isCancelled() {
    if (!cancelled && !shuttingDown.getAsBoolean()) {
      look();
    }
    return cancelled || shuttingDown.getAsBoolean();
  }

  private synchronized void look() {
    long now = System.nanoTime();
    if (now - looked >= PAUSE) {
      looked = now;
      cancelled = store.cancelRequested(id);
    }
  }
}
