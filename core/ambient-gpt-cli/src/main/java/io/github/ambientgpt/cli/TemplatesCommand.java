package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The templates: which there are, what is in one, and a copy to change. */
@Command(
    name = "templates",
    description = {
      "Lists the templates of notes, shows one, or copies one to change it.",
      "A template is a small YAML file: put your own into the folder templates of"
          + " AMBIENT_GPT_HOME (default: ~/.ambient-gpt), or name a folder with --templates. One"
          + " with the name of a built-in one takes its place."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt templates",
      "  ambient-gpt templates show SOAP",
      "  ambient-gpt templates copy SOAP"
    })
final class TemplatesCommand implements Runnable {
  private final Terminal terminal;

  @Mixin TemplateOptions templates;

  TemplatesCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    list();
  }

  @Command(description = "Lists the templates.")
  void list() {
    StringBuilder out = new StringBuilder();
    for (Template template : templates.all(terminal).all()) {
      String line = String.format(Locale.ROOT, "%-24s %s", template.name(), template.description());
      out.append(line.strip()).append('\n');
    }
    terminal.print(out.toString());
  }

  @Command(description = "Prints the file of a template.")
  void show(@Parameters(paramLabel = "NAME", description = "The name of a template.") String name) {
    terminal.print(templates.all(terminal).source(name));
  }

  @Command(description = "Copies the file of a template, to be changed.")
  void copy(
      @Parameters(paramLabel = "NAME", description = "The name of a template.") String name,
      @Option(
              names = "--to",
              paramLabel = "DIR",
              description = "Where to. Default: the folder templates of AMBIENT_GPT_HOME.")
          String folder) {
    Templates all = templates.all(terminal);
    String source = all.source(name);
    Path to = folder == null ? TemplateOptions.own(terminal) : TemplateOptions.path(folder);
    Path file = to.resolve(fileName(all.get(name).name()));
    try {
      Files.createDirectories(to);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT,
          "The folder '%s' cannot be made: %s.".formatted(to, Terminal.reason(e)),
          e);
    }
    if (Files.exists(file)) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "'" + file + "' is there already: change it, or remove it first.");
    }
    new Output(Optional.of(file)).write(terminal, source);
    terminal.print(file.toAbsolutePath() + "\n");
  }

  private static String fileName(String template) {
    String plain = template.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return plain.replaceAll("^-|-$", "") + ".yaml";
  }
}
