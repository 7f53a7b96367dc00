package io.github.ambientgpt.asr.whisper;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.OptionalInt;

/**
 * How many threads whisper.cpp is given.
 *
 * <p>Its threads wait for each other by spinning, hundreds of times a second. One that gets no
 * processor holds up all others, which burn theirs meanwhile: measured, two threads on two busy
 * processors took seven times the processor time of one. So there are no more than processors that
 * others leave free.
 */
final class Threads {
  /** More threads than this make whisper.cpp wait for its memory rather than hear faster. */
  private static final int MOST = 8;

  private final OptionalInt wanted;

  /**
   * @param wanted a number to keep to; empty to look at the machine each time
   */
  Threads(OptionalInt wanted) {
    this.wanted = wanted;
  }

  int count() {
    return wanted.orElseGet(
        () -> free(Runtime.getRuntime().availableProcessors(), processorsOfOthers()));
  }

  /**
   * @param processors of this machine, or this container
   * @param busy how many of them others use
   */
  static int free(int processors, double busy) {
    return (int) Math.max(1, Math.min(MOST, Math.round(processors - Math.max(0, busy))));
  }

  /** Since it was last asked; 0 when the system does not say. */
  private static double processorsOfOthers() {
    OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
    if (system instanceof com.sun.management.OperatingSystemMXBean measured) {
      double all = measured.getCpuLoad();
      double own = measured.getProcessCpuLoad();
      return Double.isNaN(all) || Double.isNaN(own)
          ? 0
          : (all - own) * system.getAvailableProcessors();
    }
    return 0;
  }
}
