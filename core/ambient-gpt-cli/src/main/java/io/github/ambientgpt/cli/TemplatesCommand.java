package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.english.WrappedText;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.template.PromptFile;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.TemplateWriter;
import io.github.ambientgpt.core.template.Templates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
      "Lists the templates of notes, shows one, copies one to change it, or imports the"
          + " predecessor's.",
      "A template is a small YAML file: put your own into the folder templates of"
          + " AMBIENT_GPT_HOME (default: ~/.ambient-gpt), or name a folder with --templates. One"
          + " with the name of a built-in one takes its place."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt templates",
      "  ambient-gpt templates show SOAP",
      "  ambient-gpt templates copy SOAP",
      "  ambient-gpt templates import prompt_templates.json"
    })
final class TemplatesCommand implements Runnable {
  private static final int LARGEST_IMPORT = 4 << 20;

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
      String name = String.format(Locale.ROOT, "%-24s ", template.name());
      WrappedText.append(out, name, " ".repeat(25), template.description());
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
    Path to = folder(folder);
    Path file = to.resolve(fileName(all.get(name).name()));
    if (Files.exists(file)) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "'" + file + "' is there already: change it, or remove it first.");
    }
    new Output(Optional.of(file)).write(terminal, source);
    terminal.print(file.toAbsolutePath() + "\n");
  }

  @Command(
      name = "import",
      description = {
        "Takes the templates of Lambient, the predecessor (prompt_templates.json): each becomes a"
            + " file of its own, with the prompt as instruction for a language model.",
        "One with the name of a template that is here already is left out, unless --replace says"
            + " that it takes its place."
      })
  void importFile(
      @Parameters(paramLabel = "FILE", description = "prompt_templates.json; - for standard input.")
          String file,
      @Option(
              names = "--to",
              paramLabel = "DIR",
              description = "Where to. Default: the folder templates of AMBIENT_GPT_HOME.")
          String folder,
      @Option(
              names = "--replace",
              description = "Let imported templates take the place of others of their name.")
          boolean replace) {
    Input input = Input.of(file);
    List<Template> imported =
        input.read(terminal, (in, name) -> PromptFile.read(name, text(in, name)));
    Templates here = templates.all(terminal);
    Path to = folder(folder);
    for (Template template : imported) {
      Path target = to.resolve(fileName(template.name()));
      if (!replace && (here.has(template.name()) || Files.exists(target))) {
        terminal.say(
            "'%s' is left out: there is a template of that name; --replace takes this one instead."
                .formatted(template.name()));
      } else {
        new Output(Optional.of(target)).write(terminal, TemplateWriter.write(template));
        terminal.print(target.toAbsolutePath() + "\n");
      }
    }
  }

  private static String text(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(LARGEST_IMPORT + 1);
    if (bytes.length > LARGEST_IMPORT) {
      throw new InvalidInputException(
          "%s is larger than %d MB, which no file of prompts is."
              .formatted(name, LARGEST_IMPORT >> 20));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Made if it is not there. */
  private Path folder(String named) {
    Path folder = named == null ? TemplateOptions.own(terminal) : TemplateOptions.path(named);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT,
          "The folder '%s' cannot be made: %s.".formatted(folder, Terminal.reason(e)),
          e);
    }
  }

  private static String fileName(String template) {
    String plain = template.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    return plain.replaceAll("^-|-$", "") + ".yaml";
  }
}
