package io.github.ambientgpt.cli;

import picocli.CommandLine.Option;

/** Where a command writes what it is run for. */
final class OutputOption {
  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to this file, whole or not at all. Default: standard output.")
  String file;

  /**
   * @param inputs none of them is ever overwritten
   * @throws Failure at once when nothing could be written there
   */
  Output target(Input... inputs) {
    return Output.of(file, inputs);
  }
}
