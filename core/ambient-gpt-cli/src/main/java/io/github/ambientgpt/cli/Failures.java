package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.AmbientGptException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what goes wrong into a sentence and an exit code. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  static final String ISSUES = "https://github.com/ambientgpt/ambient-gpt-notes/issues";

  private final Terminal terminal;
  private final boolean debug;

  /**
   * @param debug whether to show stack traces, too
   */
  Failures(Terminal terminal, boolean debug) {
    this.terminal = terminal;
    this.debug = debug;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    terminal.say("ambient-gpt: " + what(e));
    if (e instanceof UnmatchedArgumentException unmatched) {
      for (String suggestion : unmatched.getSuggestions()) {
        terminal.say("Did you mean '" + suggestion + "'?");
      }
    }
    terminal.say("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    trace(e);
    return ExitCode.USAGE;
  }

  /** A mistyped command takes all that follows it along, of which picocli complains as a whole. */
  private static String what(ParameterException e) {
    boolean noCommand =
        e instanceof UnmatchedArgumentException unmatched
            && e.getCommandLine().getParent() == null
            && !unmatched.isUnknownOption();
    return noCommand
        ? "There is no command '%s'."
            .formatted(((UnmatchedArgumentException) e).getUnmatched().get(0))
        : e.getMessage();
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return handle(e);
  }

  int handle(Throwable e) {
    trace(e);
    if (e instanceof AmbientGptException known) {
      terminal.say("ambient-gpt: " + known.getMessage());
      return ExitCode.of(known);
    }
    if (e instanceof Failure failure) {
      terminal.say("ambient-gpt: " + failure.getMessage());
      return failure.exitCode();
    }
    if (e instanceof OutOfMemoryError) {
      terminal.say(
          "ambient-gpt: There is not enough memory for this."
              + " Allow more, for example with JAVA_TOOL_OPTIONS=-Xmx4g.");
      return ExitCode.ENGINE;
    }
    terminal.say(
        "ambient-gpt: This is a bug in ambient-gpt (%s). Please report it at %s with your command"
                .formatted(e.getClass().getSimpleName(), ISSUES)
            + " and what it prints with --debug, but without anything about a patient.");
    return ExitCode.INTERNAL;
  }

  private void trace(Throwable e) {
    if (debug) {
      e.printStackTrace(terminal.err());
      terminal.err().flush();
    }
  }
}
