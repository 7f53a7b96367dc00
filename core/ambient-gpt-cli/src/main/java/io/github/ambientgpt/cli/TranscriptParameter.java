package io.github.ambientgpt.cli;

import picocli.CommandLine.Parameters;

/** The transcript that a command reads. */
final class TranscriptParameter {
  @Parameters(
      paramLabel = "FILE",
      description = "The transcript, in any form that 'note' reads; - for standard input.")
  String name;

  /** Says at once what is wrong with the name. */
  Input input() {
    return Input.of(name);
  }
}
