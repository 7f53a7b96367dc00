package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.prompt.Prompts;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Where prompts are: those that come along, the user's, and those of a folder. */
final class PromptOptions {
  @Option(
      names = "--prompts",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "A folder of prompts that take the place of the built-in ones and of those in the folder"
              + " prompts of AMBIENT_GPT_HOME (default: ~/.ambient-gpt): see 'ambient-gpt"
              + " prompts'.")
  String folder;

  @Spec(Spec.Target.MIXEE)
  CommandSpec spec;

  void refuseWithoutModel() {
    if (folder != null) {
      throw new ParameterException(
          spec.commandLine(), "--prompts needs --llm and the name of a provider.");
    }
  }

  Prompts all(Terminal terminal) {
    Prompts prompts = Prompts.builtin();
    Path own = terminal.home().resolve("prompts");
    if (Files.isDirectory(own)) {
      prompts = prompts.with(own);
    }
    return folder == null ? prompts : prompts.with(TemplateOptions.path(folder));
  }
}
