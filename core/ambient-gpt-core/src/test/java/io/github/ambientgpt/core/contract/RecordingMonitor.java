package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.progress.Monitor;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps what was reported, and cancels when told to. For one thread.
 *
 * @since 0.1.0
 */
public final class RecordingMonitor implements Monitor {
  /** One report. */
  public record Report(String stage, double fraction) {}

  private final List<Report> reports = new ArrayList<>();
  private final int cancelAfter;

  private RecordingMonitor(int cancelAfter) {
    this.cancelAfter = cancelAfter;
  }

  public static RecordingMonitor patient() {
    return new RecordingMonitor(Integer.MAX_VALUE);
  }

  /** Cancelled once that many reports were made; 0 = from the start. */
  public static RecordingMonitor cancelledAfter(int reports) {
    return new RecordingMonitor(reports);
  }

  @Override
  public void report(String stage, double fraction) {
    reports.add(new Report(stage, fraction));
  }

  @Override
  public boolean isCancelled() {
    return reports.size() >= cancelAfter;
  }

  public List<Report> reports() {
    return List.copyOf(reports);
  }
}
