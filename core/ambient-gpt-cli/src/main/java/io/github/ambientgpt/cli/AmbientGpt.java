package io.github.ambientgpt.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command {@code ambient-gpt}; what it does, its subcommands do. */
@Command(
    name = "ambient-gpt",
    versionProvider = Version.class,
    description = {
      "Listens to a clinical visit and drafts the note, every sentence linked to the words it"
          + " rests on. Nothing leaves this machine unless you name a remote engine or model."
    },
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt note visit.txt",
      "  ambient-gpt transcribe --model whisper-base.en --format vtt visit.m4a",
      "  ambient-gpt scribe --template 'Progress Note' visit.m4a",
      "  ambient-gpt check --transcript visit.txt note.md",
      "  ambient-gpt export --to pdf --transcript visit.txt -o note.pdf note.md"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      " 0:done",
      " 2:the command line is wrong",
      " 3:check: the note has statements that the transcript does not support",
      " 4:no speech was recognised",
      " 5:an engine failed midway: only the beginning was transcribed",
      "65:an input cannot be used: empty, broken, or of another kind",
      "66:an input is not there or cannot be read",
      "67:there is no engine, language model or template of that name",
      "69:an engine or language model lacks something: see doctor",
      "70:a bug in ambient-gpt",
      "73:the output cannot be written",
      "75:an engine or language model failed, but may work later",
      "76:an engine or language model failed",
      "130:cancelled"
    })
final class AmbientGpt implements Runnable {
  private static final List<Class<?>> COMMANDS =
      List.of(
          TranscribeCommand.class,
          NoteCommand.class,
          ScribeCommand.class,
          CleanCommand.class,
          CompareCommand.class,
          CheckCommand.class,
          SuggestCommand.class,
          DocumentCommand.class,
          ExportCommand.class,
          TemplatesCommand.class,
          ModelsCommand.class,
          PromptsCommand.class,
          ImportRecordingCommand.class,
          ProvidersCommand.class,
          DoctorCommand.class,
          CompletionCommand.class,
          DemoCommand.class);

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  boolean version;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show stack traces and logs; they may hold what the input holds.")
  boolean debug;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "A command is missing.");
  }

  /**
   * @param args a command that they begin with is the only one that is read: reading the
   *     annotations of all takes a good part of the start
   */
  static CommandLine commandLine(Terminal terminal, Failures failures, String... args) {
    Factory factory = new Factory(terminal);
    CommandLine command = new CommandLine(AmbientGpt.class, factory);
    for (Class<?> type : commands(args)) {
      command.addSubcommand(new CommandLine(type, factory));
    }
    command.setOut(
        new PrintWriter(new OutputStreamWriter(terminal.out(), terminal.charset()), true));
    command.setErr(terminal.err());
    command.setExecutionExceptionHandler(failures);
    command.setParameterExceptionHandler(failures);
    EnumNames.register(command);
    command.setDefaultValueProvider(new EnvironmentDefaults(terminal.environment()));
    command.setUsageHelpAutoWidth(false);
    if (!terminal.watched() || terminal.environment().containsKey("NO_COLOR")) {
      command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    }
    return command;
  }

  private static List<Class<?>> commands(String... args) {
    for (Class<?> type : COMMANDS) {
      String name = type.getAnnotation(Command.class).name();
      if (args.length > 0 && args[0].equals(name) && type != CompletionCommand.class) {
        return List.of(type);
      }
    }
    return COMMANDS;
  }

  /** Gives commands the terminal in their constructor. */
  private record Factory(Terminal terminal) implements CommandLine.IFactory {
    @Override
    public <K> K create(Class<K> type) throws Exception {
      try {
        return type.getDeclaredConstructor(Terminal.class).newInstance(terminal);
      } catch (NoSuchMethodException e) {
        return CommandLine.defaultFactory().create(type);
      }
    }
  }
}
