package io.github.ambientgpt.cli;

import java.util.Arrays;

/** The process: its streams, Ctrl-C, and its end. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    Interrupt interrupt = new Interrupt();
    interrupt.install();
    Terminal terminal = Terminal.ofProcess(interrupt::isAsked);
    int code = run(terminal, args);
    terminal.err().flush();
    interrupt.finished();
    System.exit(code);
  }

  static int run(Terminal terminal, String... args) {
    boolean debug = Arrays.asList(args).contains("--debug");
    if (debug) {
      System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "debug");
    }
    Failures failures = new Failures(terminal, debug);
    try {
      return AmbientGpt.commandLine(terminal, failures, args).execute(args);
    } catch (Exception | Error e) { // the last resort: nobody else can say it in a sentence
      return failures.handle(e);
    }
  }
}
