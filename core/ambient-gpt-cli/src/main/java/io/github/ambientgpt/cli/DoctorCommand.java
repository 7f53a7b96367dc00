package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.english.WrappedText;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.Need;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.node.ObjectNode;

/** What is installed, what is missing, and how to get it. */
@Command(
    name = "doctor",
    description = {
      "Says what is installed, what is missing, and how to get it. The server of a recognizer or"
          + " language model that is named is asked whether it would serve; no other is."
    },
    footer = {
      "",
      "Examples:",
      "  ambient-gpt doctor",
      "  ambient-gpt doctor --llm ollama --llm-model llama3.2"
    })
final class DoctorCommand implements Runnable {
  private static final String SETTINGS =
      "The settings 'model' and 'url' are the options --model and --url of a recognizer, --llm-model"
          + " and --llm-url of a language model; a key is the variable AMBIENT_GPT_ASR_KEY or"
          + " AMBIENT_GPT_LLM_KEY; any other is --set NAME=VALUE or --llm-set NAME=VALUE.";

  private final Terminal terminal;

  @Mixin TemplateOptions templates;

  @Mixin RecognizerOptions recognizer;

  @Mixin LanguageModelOptions model;

  @Mixin ReportFormatOption format;

  DoctorCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** The machine, as far as it matters. */
  private record Machine(String java, String system, long memoryMegabytes, Path home) {}

  @Override
  public void run() {
    Machine machine =
        new Machine(
            System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
            System.getProperty("os.name") + " " + System.getProperty("os.arch"),
            Runtime.getRuntime().maxMemory() >> 20,
            terminal.home().toAbsolutePath());
    List<Installed> parts = new ArrayList<>(List.of(Installed.audio()));
    parts.addAll(Installed.providers(recognizer.named(terminal), model.named(terminal)));
    Optional<String> fault = Optional.empty();
    int count = 0;
    try {
      count = templates.all(terminal).names().size();
    } catch (InvalidInputException e) {
      fault = Optional.of(e.getMessage());
    }
    terminal.print(
        format.json() ? json(machine, parts, count, fault) : text(machine, parts, count, fault));
  }

  private static String json(
      Machine machine, List<Installed> parts, int templates, Optional<String> fault) {
    ObjectNode report = ReportFormat.object();
    report.put("version", Version.current());
    report.put("java", machine.java);
    report.put("system", machine.system);
    report.put("memoryMegabytes", machine.memoryMegabytes);
    report.put("home", machine.home.toString());
    report.put("templates", templates);
    report.put("templatesFault", fault.orElse(null));
    report.set("parts", ReportFormat.parts(parts));
    return ReportFormat.write(report);
  }

  private static String text(
      Machine machine, List<Installed> parts, int templates, Optional<String> fault) {
    StringBuilder out = new StringBuilder();
    line(out, "ambient-gpt", Version.current());
    line(out, "java", machine.java + ", up to " + machine.memoryMegabytes + " MB");
    line(out, "system", machine.system);
    line(out, "folder", machine.home.toString());
    line(out, "templates", fault.orElse(templates + " are there"));
    out.append('\n');
    for (Installed part : parts) {
      String ready = part.unasked() ? "unasked " : "ok      ";
      String mark = part.readiness().ready() ? ready : "missing ";
      String preview = part.previewQuality() ? ", preview quality" : "";
      out.append(mark).append(part.id());
      out.append(" (").append(part.kind()).append(preview).append(")\n");
      for (Need need : part.readiness().needs()) {
        String has = need.met() ? "          has " : "          needs ";
        WrappedText.append(out, has, "            ", need.what() + ": " + need.detail());
      }
    }
    if (parts.stream().anyMatch(part -> !part.readiness().ready())) {
      out.append('\n');
      WrappedText.append(out, "", "", SETTINGS);
    }
    return out.toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append(String.format(Locale.ROOT, "%-12s %s\n", name, value));
  }
}
