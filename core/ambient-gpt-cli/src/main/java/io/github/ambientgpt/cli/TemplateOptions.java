package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.template.Templates;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Where templates are: those that come along, the user's, and those of a folder. */
final class TemplateOptions {
  @Option(
      names = "--templates",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "A folder of templates, besides the built-in ones and those in the folder templates of"
              + " AMBIENT_GPT_HOME (default: ~/.ambient-gpt).")
  String folder;

  Templates all(Terminal terminal) {
    Templates templates = Templates.builtin();
    Path own = own(terminal);
    if (Files.isDirectory(own)) {
      templates = templates.with(own);
    }
    return folder == null ? templates : templates.with(path(folder));
  }

  static Path own(Terminal terminal) {
    return terminal.home().resolve("templates");
  }

  static Path path(String folder) {
    try {
      return Path.of(folder);
    } catch (InvalidPathException e) {
      throw new Failure(
          ExitCode.NO_INPUT, "'" + folder + "' cannot be the name of a folder here.", e);
    }
  }
}
