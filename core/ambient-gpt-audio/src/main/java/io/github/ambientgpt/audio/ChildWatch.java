package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.DecoderFailureException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Ends a child that wants more than it may have. Watches from a thread of its own. */
final class ChildWatch {
  private static final long LOOK_EVERY_MILLIS = 50;

  private final Process child;
  private final DecoderLimits limits;
  private volatile long waitingSince;
  private volatile boolean waiting;
  private volatile Reason reason;

  ChildWatch(Process child, DecoderLimits limits) {
    this.child = child;
    this.limits = limits;
    Thread thread = new Thread(this::watch, "decoder-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** Somebody waits for the child from now on. */
  void waiting() {
    waitingSince = System.nanoTime();
    waiting = true;
  }

  void served() {
    waiting = false;
  }

  /** Why the child was ended; null when it was not. */
  Reason reason() {
    return reason;
  }

  private void watch() {
    try {
      while (child.isAlive()) {
        Reason excess = excess();
        if (excess != null) {
          reason = excess;
          // Not the process's own method: it would close the pipe that is being read.
          child.toHandle().destroyForcibly();
          return;
        }
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    } catch (InterruptedException e) {
      child.toHandle().destroyForcibly();
    }
  }

  private Reason excess() {
    if (resident() > limits.memory()) {
      return Reason.TOO_MUCH_MEMORY;
    }
    Duration cpu = child.info().totalCpuDuration().orElse(Duration.ZERO);
    boolean stalled = waiting && System.nanoTime() - waitingSince > limits.stall().toNanos();
    return stalled || cpu.compareTo(limits.cpu()) > 0 ? Reason.TOO_MUCH_TIME : null;
  }

  /** Where the system tells; elsewhere the child looks at itself. */
  private long resident() {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(child.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
