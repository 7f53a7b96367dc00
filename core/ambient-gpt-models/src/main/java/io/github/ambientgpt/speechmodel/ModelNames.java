package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How models are called: {@code ggml-base.en.bin} is {@code whisper-base.en}, and a Vosk model has
 * its folder's name.
 */
final class ModelNames {
  static final String WHISPER = "whisper";
  static final String VOSK = "vosk";

  private static final String FILE_PREFIX = "ggml-";
  private static final String FILE_SUFFIX = ".bin";
  private static final String ID_PREFIX = WHISPER + "-";

  /** Plain enough for every system, and never a way out of the folder. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private ModelNames() {}

  /**
   * @throws InvalidInputException when it is not the name of a file or folder, but a path
   */
  static String require(String name) {
    if (!PLAIN.matcher(name).matches() || name.endsWith(".")) {
      throw new InvalidInputException(
          ("'%s' cannot be the name of a model: letters, digits, dots, hyphens and underscores"
                  + " make one, and no folder.")
              .formatted(name));
    }
    return name;
  }

  /** The id of a Whisper model, if a file of this name is one. */
  static Optional<String> idOfFile(String file) {
    return file.startsWith(FILE_PREFIX)
            && file.endsWith(FILE_SUFFIX)
            && file.length() > FILE_PREFIX.length() + FILE_SUFFIX.length()
        ? Optional.of(
            ID_PREFIX + file.substring(FILE_PREFIX.length(), file.length() - FILE_SUFFIX.length()))
        : Optional.empty();
  }

  /** What the file of a Whisper model is called that a person calls so, by its id or its file. */
  static String fileOfWhisper(String name) {
    return FILE_PREFIX + without(without(name, ID_PREFIX), FILE_PREFIX, FILE_SUFFIX) + FILE_SUFFIX;
  }

  private static String without(String name, String prefix) {
    return without(name, prefix, "");
  }

  private static String without(String name, String prefix, String suffix) {
    int from = name.startsWith(prefix) ? prefix.length() : 0;
    int to = name.endsWith(suffix) ? name.length() - suffix.length() : name.length();
    return from < to ? name.substring(from, to) : name;
  }
}
