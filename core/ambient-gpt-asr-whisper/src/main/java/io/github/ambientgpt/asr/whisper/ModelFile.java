package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.speechmodel.InstalledModel;
import io.github.ambientgpt.speechmodel.ModelCatalogue;
import io.github.ambientgpt.speechmodel.ModelStore;
import io.github.ambientgpt.speechmodel.SpeechModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A model that was found, and that native code can be trusted with.
 *
 * @param multilingual false when it knows English only
 */
record ModelFile(Path path, boolean multilingual) {
  static final String DEFAULT = "base.en";

  /** As the catalogue of models calls what {@code ggml-base.en.bin} holds. */
  private static final String ID_PREFIX = "whisper-";

  private static final String PREFIX = "ggml-";
  private static final String SUFFIX = ".bin";

  /**
   * @throws InvalidInputException when there is no such file, or it is no model; says how to get
   *     one
   */
  static ModelFile of(Settings settings) {
    Path path =
        settings
            .get(Settings.MODEL)
            .map(given -> locate(given, settings))
            .orElseGet(() -> usual(settings));
    if (!Files.isRegularFile(path)) {
      throw new InvalidInputException(
          "There is no Whisper model %s. %s".formatted(path, howToGet(path, settings)));
    }
    try {
      return new ModelFile(path, GgmlHeader.read(path).multilingual());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.getMessage() + " " + howToGet(path, settings), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The Whisper model %s cannot be read: check its permissions and the disk."
              .formatted(path),
          e);
    }
  }

  /** The default, or the only one that is installed: nobody needs to name that. */
  private static Path usual(Settings settings) {
    Path usual = locate(DEFAULT, settings);
    if (!Files.isRegularFile(usual)) {
      List<InstalledModel> installed = installed(settings);
      if (installed.size() == 1) {
        return installed.get(0).path();
      }
    }
    return usual;
  }

  private static List<InstalledModel> installed(Settings settings) {
    return new ModelStore(ModelFolder.of(settings), ModelCatalogue.builtin())
        .installed().stream().filter(model -> model.engine().equals(WhisperProvider.ID)).toList();
  }

  private static Path locate(String given, Settings settings) {
    try {
      Path asGiven = Path.of(given);
      if (asGiven.getNameCount() > 1) {
        return asGiven.toAbsolutePath().normalize();
      }
      Path installed = ModelFolder.of(settings).resolve(file(given));
      boolean isFile = given.endsWith(SUFFIX) || Files.isRegularFile(asGiven);
      return isFile && !Files.isRegularFile(installed)
          ? asGiven.toAbsolutePath().normalize()
          : installed;
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          ("The setting '%s' is neither a model's name nor a file: give a name such as %s, or "
                  + "the path of a ggml file.")
              .formatted(Settings.MODEL, DEFAULT),
          e);
    }
  }

  /**
   * The file of a model that is called so: {@code base.en}, {@code whisper-base.en} or its file.
   */
  private static Path file(String name) {
    if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
      return Path.of(name);
    }
    String bare = name.startsWith(ID_PREFIX) ? name.substring(ID_PREFIX.length()) : name;
    return Path.of(PREFIX + bare + SUFFIX);
  }

  private static String howToGet(Path path, Settings settings) {
    String file = path.getFileName().toString();
    String id =
        ModelCatalogue.builtin().find(file).map(SpeechModel::id).orElse(ID_PREFIX + DEFAULT);
    return ("%sGet one with 'ambient-gpt models pull %s' (into %s), or give the path of a model"
            + " that you have (on the command line: --model FILE).")
        .formatted(others(path, settings), id, ModelFolder.of(settings));
  }

  /** Those that are here instead, and how to choose one; empty when there is none. */
  private static String others(Path path, Settings settings) {
    String others =
        installed(settings).stream()
            .filter(model -> !model.path().equals(path))
            .map(InstalledModel::id)
            .collect(Collectors.joining(", "));
    return others.isEmpty()
        ? ""
        : "Installed: %s; choose with the setting '%s' (on the command line: --model NAME). "
            .formatted(others, Settings.MODEL);
  }

  /** As Whisper's users call it: {@code base.en} for {@code ggml-base.en.bin}. */
  String name() {
    String file = path.getFileName().toString();
    int from = file.startsWith(PREFIX) ? PREFIX.length() : 0;
    int to = file.endsWith(SUFFIX) ? file.length() - SUFFIX.length() : file.length();
    return from < to ? file.substring(from, to) : file;
  }
}
