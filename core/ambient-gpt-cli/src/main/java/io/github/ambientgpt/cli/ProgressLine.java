package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.progress.Monitor;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that shows how far the work is; nothing where nobody watches, or when the
 * work is quick. For one thread.
 */
final class ProgressLine implements Monitor, AutoCloseable {
  private static final int BAR = 30;
  private static final long SILENT_NANOS = 500_000_000;
  private static final long PAUSE_NANOS = 100_000_000;

  private final Terminal terminal;
  private final boolean drawn;
  private final LongSupplier nanoTime;
  private long next;
  private int shown;

  ProgressLine(Terminal terminal) {
    this(terminal, System::nanoTime);
  }

  ProgressLine(Terminal terminal, LongSupplier nanoTime) {
    this.terminal = terminal;
    this.nanoTime = nanoTime;
    this.next = nanoTime.getAsLong() + SILENT_NANOS;
    this.drawn =
        terminal.watched() && !"dumb".equals(terminal.environment().getOrDefault("TERM", ""));
  }

  @Override
  public void report(String stage, double fraction) {
    long now = nanoTime.getAsLong();
    if (!drawn || now - next < 0) {
      return;
    }
    next = now + PAUSE_NANOS;
    draw(stage + " " + bar(fraction));
  }

  private static String bar(double fraction) {
    if (Double.isNaN(fraction)) {
      return "...";
    }
    double done = Math.max(0, Math.min(1, fraction));
    int filled = (int) (done * BAR);
    return String.format(
        Locale.ROOT,
        "[%s%s] %3d %%",
        "#".repeat(filled),
        "-".repeat(BAR - filled),
        (int) (done * 100));
  }

  private void draw(String line) {
    terminal.err().print("\r" + line + " ".repeat(Math.max(0, shown - line.length())));
    terminal.err().flush();
    shown = line.length();
  }

  @Override
  public boolean isCancelled() {
    return terminal.cancelled().getAsBoolean();
  }

  /** Leaves an empty line for what comes next. */
  @Override
  public void close() {
    if (shown > 0) {
      draw("");
      terminal.err().print("\r");
      terminal.err().flush();
      shown = 0;
    }
  }
}
