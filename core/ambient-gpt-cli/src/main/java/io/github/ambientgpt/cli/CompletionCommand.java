package io.github.ambientgpt.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a shell complete commands and options. */
@Command(
    name = "completion",
    description = "Prints a script that lets bash or zsh complete commands and options.",
    footerHeading = "%nExamples:%n",
    footer = {"  source <(ambient-gpt completion bash)", "  source <(ambient-gpt completion zsh)"})
final class CompletionCommand implements Runnable {
  /** The shells; picocli's one script serves both, since zsh can take bash's. */
  enum Shell {
    BASH,
    ZSH
  }

  private final Terminal terminal;

  @Spec CommandSpec spec;

  @Parameters(paramLabel = "SHELL", description = "bash or zsh.")
  Shell shell;

  CompletionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    terminal.print(AutoComplete.bash("ambient-gpt", spec.root().commandLine()));
  }
}
