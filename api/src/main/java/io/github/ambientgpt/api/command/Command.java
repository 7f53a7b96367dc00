package io.github.ambientgpt.api.command;

import java.io.PrintStream;

/** Something that is asked for on the command line. A bean of this type is found by its name. */
public interface Command {
  /** Its first word, such as {@code audit}. */
  String name();

  /** A line for each way to call it, without the program's name. */
  String usage();

  /**
   * @param out what the one who asks sees
   * @throws CommandFailure when it cannot be done, saying why and what to do
   */
  void run(CommandArguments arguments, PrintStream out) throws Exception;

  /** Whether it needs the data for itself, so that a running service must be stopped first. */
  default boolean alone() {
    return false;
  }
}
