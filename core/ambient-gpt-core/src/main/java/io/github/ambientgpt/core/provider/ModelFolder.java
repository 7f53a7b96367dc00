package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where downloaded models lie: the setting {@value #SETTING}, else {@code models} in the folder
 * that the environment variable {@value #HOME} names, else {@code .ambient-gpt/models} in the
 * user's home.
 *
 * @since 0.1.0
 */
public final class ModelFolder {
  /** The setting that names the folder. */
  public static final String SETTING = "models";

  /** The environment variable that names this product's folder. */
  public static final String HOME = "AMBIENT_GPT_HOME";

  private ModelFolder() {}

  /**
   * @return an absolute path; there may be nothing
   * @throws InvalidInputException when what was given is no path on this system
   */
  public static Path of(Settings settings) {
    return of(settings, System.getenv());
  }

  static Path of(Settings settings, Map<String, String> environment) {
    String home = environment.getOrDefault(HOME, "");
    try {
      return settings
          .get(SETTING)
          .map(Path::of)
          .orElseGet(() -> productFolder(home).resolve("models"))
          .toAbsolutePath()
          .normalize();
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          "The folder of models, from the setting '%s' or the variable %s, is not a path: %s."
              .formatted(SETTING, HOME, e.getReason()),
          e);
    }
  }

  private static Path productFolder(String home) {
    return home.isBlank()
        ? Path.of(System.getProperty("user.home"), ".ambient-gpt")
        : Path.of(home);
  }
}
