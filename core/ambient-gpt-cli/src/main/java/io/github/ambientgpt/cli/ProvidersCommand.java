package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.english.WrappedText;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** Which engines and language models there are. */
@Command(
    name = "providers",
    description =
        "Lists the engines and language models that are installed, and if they are ready.",
    footer = {"", "A jar in the folder lib adds more. 'ambient-gpt doctor' says what one lacks."})
final class ProvidersCommand implements Runnable {
  private final Terminal terminal;

  @Mixin ReportFormatOption format;

  ProvidersCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    List<Installed> all = Installed.providers();
    if (format.json()) {
      ObjectNode report = ReportFormat.object();
      report.set("providers", ReportFormat.parts(all));
      terminal.print(ReportFormat.write(report));
      return;
    }
    StringBuilder out = new StringBuilder();
    for (Installed part : all) {
      String state = part.readiness().ready() ? "ready" : "not ready";
      String preview = part.previewQuality() ? " (preview quality)" : "";
      String head = String.format(Locale.ROOT, "%-15s %-14s %-10s ", part.kind(), part.id(), state);
      WrappedText.append(out, head, " ".repeat(head.length()), part.summary() + preview);
    }
    terminal.print(out.toString());
  }
}
