package io.github.ambientgpt.api.key;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is.
 *
 * @param file outside the folder of the data; made at the first start. When none is named, {@code
 *     master-key.json} in the user's configuration folder
 */
@ConfigurationProperties("ambient-gpt.keys")
public record KeyProperties(@Nullable Path file) {
  public KeyProperties {
    file =
        (file == null || file.toString().isBlank() ? userFolder().resolve("master-key.json") : file)
            .toAbsolutePath()
            .normalize();
  }

  /** As each system has it. */
  private static Path userFolder() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Path home = Path.of(System.getProperty("user.home"));
    Path configuration;
    if (system.contains("windows")) {
      configuration = variable("APPDATA").orElse(home.resolve("AppData").resolve("Roaming"));
    } else if (system.contains("mac")) {
      configuration = home.resolve("Library").resolve("Application Support");
    } else {
      configuration = variable("XDG_CONFIG_HOME").orElse(home.resolve(".config"));
    }
    return configuration.resolve("ambient-gpt");
  }

  private static Optional<Path> variable(String name) {
    return Optional.ofNullable(System.getenv(name))
        .filter(value -> !value.isBlank())
        .map(Path::of)
        .filter(Path::isAbsolute);
  }
}
