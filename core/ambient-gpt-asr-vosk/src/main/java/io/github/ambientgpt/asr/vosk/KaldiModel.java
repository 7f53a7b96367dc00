package io.github.ambientgpt.asr.vosk;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model that was found, and that native code can be trusted with.
 *
 * @param folder has the folders {@code am}, {@code conf} and {@code graph}
 */
record KaldiModel(Path folder) {
  static final String DEFAULT = "vosk-model-small-en-us-0.15";

  private static final String PREFIX = "vosk-model-";

  /** The language in a name such as {@code vosk-model-small-en-us-0.15}. */
  private static final Pattern LANGUAGE =
      Pattern.compile(PREFIX + "(?:small-)?([a-z]{2,3}(?:-[a-z]{2})?)(?:-.*)?");

  /**
   * @throws InvalidInputException when there is no such folder, or it holds no model that is whole;
   *     says how to get one
   */
  static KaldiModel of(Settings settings) {
    Path folder = locate(settings);
    if (Files.isRegularFile(folder)) {
      throw new InvalidInputException(
          "The Vosk model %s is a file: unpack it, and give the folder. %s"
              .formatted(folder, howToGet(settings)));
    }
    if (!Files.isDirectory(folder)) {
      throw new InvalidInputException(
          "There is no Vosk model %s. %s".formatted(folder, howToGet(settings)));
    }
    try {
      KaldiFiles.check(folder);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(e.getMessage() + " " + howToGet(settings), e);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The Vosk model %s cannot be read: check its permissions and the disk.".formatted(folder),
          e);
    }
    return new KaldiModel(folder);
  }

  private static Path locate(Settings settings) {
    Path models = ModelFolder.of(settings);
    Optional<String> given = settings.get(Settings.MODEL);
    try {
      if (given.isEmpty()) {
        return installed(models);
      }
      Path asGiven = Path.of(given.get());
      if (asGiven.getNameCount() > 1 || asGiven.isAbsolute() || Files.exists(asGiven)) {
        return asGiven.toAbsolutePath().normalize();
      }
      Path byName = models.resolve(given.get());
      return Files.exists(byName) ? byName : models.resolve(named(given.get()));
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          ("The setting '%s' is neither a model's name nor a folder: give a name such as %s, or "
                  + "the path of a folder.")
              .formatted(Settings.MODEL, DEFAULT),
          e);
    }
  }

  private static String named(String name) {
    return name.startsWith(PREFIX) ? name : PREFIX + name;
  }

  private static Path installed(Path models) {
    Path usual = models.resolve(DEFAULT);
    if (Files.isDirectory(usual) || !Files.isDirectory(models)) {
      return usual;
    }
    try (Stream<Path> all = Files.list(models)) {
      return all.filter(Files::isDirectory)
          .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
          .sorted()
          .findFirst()
          .orElse(usual);
    } catch (IOException e) {
      return usual; // what cannot be listed has none
    }
  }

  private static String howToGet(Settings settings) {
    return ("Get one with 'ambient-gpt models pull %s' (into %s), or give the path of a model's"
            + " folder that you have (on the command line: --model FOLDER).")
        .formatted(DEFAULT, ModelFolder.of(settings));
  }

  String name() {
    return folder.getFileName().toString();
  }

  /** The BCP 47 tag of the language that it knows; empty when its name does not tell. */
  Optional<String> language() {
    Matcher name = LANGUAGE.matcher(name().toLowerCase(Locale.ROOT));
    return name.matches()
        ? Optional.of(Locale.forLanguageTag(name.group(1)).toLanguageTag())
        : Optional.empty();
  }

  /**
   * The language of a transcript.
   *
   * @param wanted BCP 47
   * @throws InvalidInputException when the model knows another
   */
  String spoken(Optional<String> wanted) {
    Optional<String> known = language();
    if (wanted.isPresent() && known.isPresent() && !sameLanguage(wanted.get(), known.get())) {
      throw new InvalidInputException(
          "The model %s knows the language '%s', not '%s': take another model."
              .formatted(name(), known.get(), wanted.get()));
    }
    return wanted.or(() -> known).orElse("und");
  }

  private static boolean sameLanguage(String one, String other) {
    return Locale.forLanguageTag(one)
        .getLanguage()
        .equals(Locale.forLanguageTag(other).getLanguage());
  }
}
