package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.progress.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One pass through the pipeline: runs stages, reports them and takes their time. A stage that runs
 * again reports no progress until it is further than it was. For one thread.
 */
final class PipelineRun implements Monitor {
  private final Monitor monitor;
  private final List<StageTime> times = new ArrayList<>();
  private final Map<String, Double> reached = new HashMap<>();

  PipelineRun(Monitor monitor) {
    this.monitor = monitor;
  }

  <I, O> O through(Stage<I, O> stage, I input) {
    checkCancelled();
    report(stage.name(), 0);
    long begin = System.nanoTime();
    try {
      O output = stage.run(input, this);
      report(stage.name(), 1);
      return output;
    } finally {
      times.add(new StageTime(stage.name(), Duration.ofNanos(System.nanoTime() - begin)));
    }
  }

  @Override
  public void report(String stage, double fraction) {
    monitor.report(
        stage, Double.isNaN(fraction) ? fraction : reached.merge(stage, fraction, Math::max));
  }

  @Override
  public boolean isCancelled() {
    return monitor.isCancelled();
  }

  List<StageTime> times() {
    return times;
  }
}
