package io.github.ambientgpt.cli;

import picocli.CommandLine.Option;

/** Whether a report is for a person or a program. */
final class ReportFormatOption {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json. Default: text.")
  ReportFormat format;

  boolean json() {
    return format == ReportFormat.JSON;
  }
}
