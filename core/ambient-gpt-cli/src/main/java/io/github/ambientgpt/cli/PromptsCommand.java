package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.prompt.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What language models are told: which prompts there are, one of them, and copies to change. */
@Command(
    name = "prompts",
    description = {
      "Lists what language models are told, shows one file of it, or exports all to change them.",
      "A file of yours takes the place of the built-in one of its name: put it into the folder"
          + " prompts of AMBIENT_GPT_HOME (default: ~/.ambient-gpt), or name a folder with"
          + " --prompts. Remove those you do not change, so that better ones reach you."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt prompts",
      "  ambient-gpt prompts show extract.md",
      "  ambient-gpt prompts export ~/.ambient-gpt/prompts"
    })
final class PromptsCommand implements Runnable {
  private final Terminal terminal;

  @Mixin PromptOptions prompts;

  PromptsCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    list();
  }

  @Command(description = "Lists the prompts and their files.")
  void list() {
    Prompts all = prompts.all(terminal);
    StringBuilder out = new StringBuilder();
    all.summaries()
        .forEach(
            (name, summary) -> out.append(String.format(Locale.ROOT, "%-10s %s%n", name, summary)));
    out.append("%nFiles: %s%n".formatted(String.join(", ", all.files())));
    terminal.print(out.toString().replace("\r\n", "\n"));
  }

  @Command(description = "Prints a file of a prompt.")
  void show(@Parameters(paramLabel = "FILE", description = "Such as write.md.") String file) {
    terminal.print(prompts.all(terminal).source(file));
  }

  @Command(description = "Writes all files into a folder, to be changed.")
  void export(
      @Parameters(paramLabel = "DIR", description = "Where to; it is made if need be.")
          String folder) {
    Prompts all = prompts.all(terminal);
    Path to = TemplateOptions.path(folder);
    try {
      Files.createDirectories(to);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT,
          "The folder '%s' cannot be made: %s.".formatted(to, Terminal.reason(e)),
          e);
    }
    List<String> there = all.files().stream().filter(f -> Files.exists(to.resolve(f))).toList();
    if (!there.isEmpty()) {
      throw new Failure(
          ExitCode.NO_OUTPUT,
          "'%s' has %s already: change it there, or name an empty folder."
              .formatted(to, String.join(", ", there)));
    }
    for (String file : all.files()) {
      new Output(Optional.of(to.resolve(file))).write(terminal, all.source(file));
    }
    terminal.print(to.toAbsolutePath() + "\n");
  }
}
