package io.github.ambientgpt.cli;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.speechmodel.DataSize;
import io.github.ambientgpt.speechmodel.InstalledModel;
import io.github.ambientgpt.speechmodel.ModelCatalogue;
import io.github.ambientgpt.speechmodel.ModelSource;
import io.github.ambientgpt.speechmodel.ModelStore;
import io.github.ambientgpt.speechmodel.SpeechModel;
import io.github.ambientgpt.speechmodel.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The models of speech: which there are, and how they come here. */
@Command(
    name = "models",
    description = {
      "Lists, downloads, imports, verifies and removes models for speech recognition.",
      "Nothing is downloaded unless 'pull' is asked for it. A proxy is taken from HTTPS_PROXY and"
          + " NO_PROXY."
    },
    synopsisSubcommandLabel = "[COMMAND]",
    footerHeading = "%nExamples:%n",
    footer = {
      "  ambient-gpt models",
      "  ambient-gpt models pull whisper-base.en",
      "  ambient-gpt models pull --mirror https://mirror.example/ whisper-base.en",
      "  ambient-gpt models import ggml-base.en.bin",
      "  ambient-gpt transcribe --model whisper-base.en visit.m4a"
    })
final class ModelsCommand implements Runnable {
  private final Terminal terminal;
  private final ModelCatalogue catalogue;

  @Option(
      names = "--models",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description =
          "The folder of models. Default: the folder models of AMBIENT_GPT_HOME (default:"
              + " ~/.ambient-gpt).")
  String folder;

  ModelsCommand(Terminal terminal) {
    this(terminal, ModelCatalogue.builtin());
  }

  ModelsCommand(Terminal terminal, ModelCatalogue catalogue) {
    this.terminal = terminal;
    this.catalogue = catalogue;
  }

  @Override
  public void run() {
    list(ReportFormat.TEXT);
  }

  @Command(description = "Lists the models that are here, and those that can be downloaded.")
  void list(
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "text",
              description = "text or json. Default: text.")
          ReportFormat format) {
    ModelStore store = store();
    terminal.print(format == ReportFormat.JSON ? json(store) : text(store));
  }

  @Command(
      description = {
        "Downloads models, and verifies them. A download that broke off goes on when it is asked"
            + " for again."
      })
  void pull(
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "As 'list' names it.")
          List<String> names,
      @Option(
              names = "--mirror",
              paramLabel = "URL",
              description =
                  "A folder on a server that has the files. Default: the variable "
                      + ModelSource.MIRROR
                      + ", else each model's publisher.")
          String mirror) {
    List<SpeechModel> models = names.stream().map(this::offered).toList();
    ModelSource source = ModelSource.of(Optional.ofNullable(mirror), terminal.environment());
    ModelStore store = store();
    for (SpeechModel model : models) {
      terminal.print(pull(model, source, store) + "\n");
      sayHowToUse(store.find(model.id()).orElseThrow());
    }
  }

  private SpeechModel offered(String name) {
    return catalogue
        .find(name)
        .orElseThrow(
            () ->
                new Failure(
                    ExitCode.UNKNOWN_NAME,
                    "There is no model '%s' to download: 'ambient-gpt models' shows those there are."
                        .formatted(name)));
  }

  private void sayHowToUse(InstalledModel model) {
    String elsewhere = folder == null ? "" : " --set models='" + folder + "'";
    terminal.say(
        "Use it with: ambient-gpt transcribe --engine %s --model %s%s visit.m4a"
            .formatted(model.engine(), model.id(), elsewhere));
  }

  private Path pull(SpeechModel model, ModelSource source, ModelStore store) {
    Optional<InstalledModel> there = store.find(model.id());
    if (there.isPresent()) {
      terminal.say(model.id() + " is here already; 'models verify' says whether it is whole.");
      return there.get().path();
    }
    terminal.say(
        "Downloading %s: %s, licence %s."
            .formatted(model.id(), DataSize.of(model.size()), model.licence()));
    try (ProgressLine progress = new ProgressLine(terminal)) {
      return store.pull(model, source, progress);
    } catch (CancelledException e) {
      OptionalLong kept = store.begun(model);
      if (kept.isPresent()) {
        terminal.say(
            "%s of %s are kept: pull it again, and it goes on from there."
                .formatted(DataSize.of(kept.getAsLong()), DataSize.of(model.size())));
      }
      throw e;
    }
  }

  @Command(
      name = "import",
      description =
          "Takes a model from a file, where no server can be reached: a ggml file of Whisper's or a"
              + " zip file of Vosk's.")
  void importFile(
      @Parameters(paramLabel = "FILE", description = "The file; it stays where it is.") String file,
      @Option(
              names = "--as",
              paramLabel = "NAME",
              description = "What to call it, if it is no model of the list.")
          String as) {
    Path path =
        Input.of(file)
            .path()
            .orElseThrow(
                () ->
                    new Failure(
                        ExitCode.USAGE, "A model cannot come from standard input: name a file."));
    try (ProgressLine progress = new ProgressLine(terminal)) {
      InstalledModel model = store().importFile(path, Optional.ofNullable(as), progress);
      terminal.say(model.id() + " is here.");
      terminal.print(model.path() + "\n");
      sayHowToUse(model);
    }
  }

  @Command(description = "Removes models, or what is left of a download.")
  void remove(
      @Parameters(paramLabel = "NAME", arity = "1..*", description = "As 'list' names it.")
          List<String> names) {
    for (String name : names) {
      terminal.print("Removed " + store().remove(name) + "\n");
    }
  }

  @Command(
      description = {
        "Computes the checksums of models anew and compares them.",
        "Exit code 65 says that one is not as it was."
      })
  int verify(
      @Parameters(
              paramLabel = "NAME",
              arity = "0..*",
              description = "As 'list' names it. Default: all that are here.")
          List<String> names) {
    ModelStore store = store();
    List<InstalledModel> models =
        names == null || names.isEmpty()
            ? store.installed()
            : names.stream().map(name -> installed(store, name)).toList();
    if (models.isEmpty()) {
      terminal.say("There is no model in %s to verify.".formatted(store.folder()));
    }
    boolean intact = true;
    for (InstalledModel model : models) {
      Verification verification;
      try (ProgressLine progress = new ProgressLine(terminal)) {
        verification = store.verify(model, progress);
      }
      intact &= verification.state() != Verification.State.CHANGED;
      terminal.print(line(model, verification));
    }
    return intact ? ExitCode.OK : ExitCode.INVALID_INPUT;
  }

  private static InstalledModel installed(ModelStore store, String name) {
    return store
        .find(name)
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "installed model",
                    name,
                    store.installed().stream().map(InstalledModel::id).toList()));
  }

  private static String line(InstalledModel model, Verification verification) {
    String found =
        switch (verification.state()) {
          case INTACT -> "intact";
          case CHANGED ->
              "CHANGED: "
                  + String.join(", ", verification.changed())
                  + ". Remove it and get it again.";
          case UNKNOWN -> "unknown: it did not come by 'pull' or 'import'";
        };
    return String.format(Locale.ROOT, "%-32s %s\n", model.id(), found);
  }

  private ModelStore store() {
    Path path = folder == null ? terminal.home().resolve("models") : TemplateOptions.path(folder);
    return new ModelStore(path, catalogue);
  }

  private String text(ModelStore store) {
    List<InstalledModel> here = store.installed();
    StringBuilder out = new StringBuilder();
    out.append("Here, in ").append(store.folder()).append(":\n");
    for (InstalledModel model : here) {
      out.append(
          row(
              model.id(),
              model.size(),
              model.entry().map(SpeechModel::language).orElse("?"),
              model.entry().map(SpeechModel::licence).orElse("?"),
              ""));
    }
    if (here.isEmpty()) {
      out.append("  none\n");
    }
    out.append("\nTo be had, with 'ambient-gpt models pull NAME':\n");
    for (SpeechModel model : catalogue.all()) {
      if (here.stream().noneMatch(it -> it.id().equals(model.id()))) {
        OptionalLong begun = store.begun(model);
        String state = begun.isPresent() ? DataSize.of(begun.getAsLong()) + " are here" : "";
        out.append(row(model.id(), model.size(), model.language(), model.licence(), state));
      }
    }
    return out.toString();
  }

  private static String row(String id, long size, String language, String licence, String state) {
    String line =
        String.format(
            Locale.ROOT,
            "  %-32s %8s  %-6s %-10s %s",
            id,
            DataSize.of(size),
            language.equals("mul") ? "many" : language,
            licence,
            state);
    return line.stripTrailing() + "\n";
  }

  private String json(ModelStore store) {
    ObjectNode report = ReportFormat.object();
    report.put("folder", store.folder().toString());
    ArrayNode installed = report.putArray("installed");
    for (InstalledModel model : store.installed()) {
      ObjectNode node = installed.addObject();
      node.put("id", model.id());
      node.put("engine", model.engine());
      node.put("path", model.path().toString());
      node.put("size", model.size());
      node.put("inCatalogue", model.entry().isPresent());
    }
    ArrayNode available = report.putArray("available");
    for (SpeechModel model : catalogue.all()) {
      ObjectNode node = available.addObject();
      node.put("id", model.id());
      node.put("engine", model.engine());
      node.put("file", model.file());
      node.put("size", model.size());
      node.put("sha256", model.sha256());
      node.put("language", model.language());
      node.put("licence", model.licence());
      node.put("url", model.url().toString());
      node.put("downloaded", store.begun(model).orElse(0));
    }
    return ReportFormat.write(report);
  }
}
