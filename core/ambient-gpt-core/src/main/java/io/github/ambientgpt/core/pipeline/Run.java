package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass through the pipeline: runs stages, reports them and takes their time. For one thread.
 */
final class Run {
  private final Monitor monitor;
  private final List<StageTime> times = new ArrayList<>();

  Run(Monitor monitor) {
    this.monitor = monitor;
  }

  <I, O> O through(Stage<I, O> stage, I input) {
    monitor.checkCancelled();
    monitor.report(stage.name(), 0);
    long begin = System.nanoTime();
    try {
      O output = stage.run(input, monitor);
      monitor.report(stage.name(), 1);
      return output;
    } finally {
      times.add(new StageTime(stage.name(), Duration.ofNanos(System.nanoTime() - begin)));
    }
  }

  List<StageTime> times() {
    return times;
  }
}
