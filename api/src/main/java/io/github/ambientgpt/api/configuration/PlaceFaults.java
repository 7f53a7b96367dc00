package io.github.ambientgpt.api.configuration;

import io.github.ambientgpt.api.key.KeyProperties;
import io.github.ambientgpt.speechmodel.ModelSource;
import io.github.ambientgpt.spring.ConfigurationCheck;
import io.github.ambientgpt.spring.ConfigurationFault;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.ConfigurableEnvironment;

/** Folders, files and servers that nothing can be kept in. */
final class PlaceFaults implements ConfigurationCheck {
  private static final String FOLDER = "ambient-gpt.storage.folder";
  private static final String KEY_FILE = "ambient-gpt.keys.file";
  private static final String DATABASE = "ambient-gpt.storage.database.url";
  private static final String S3 = "ambient-gpt.storage.s3.";

  private static final String LET_WRITE =
      "Let the user that the program runs as write there, or name another ";

  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    Given given = Given.in(environment);
    List<ConfigurationFault> faults = new ArrayList<>();
    given
        .value(FOLDER, Path.class)
        .filter(folder -> keepsInFolder(given))
        .map(folder -> folder.toAbsolutePath().normalize())
        .flatMap(PlaceFaults::ofFolder)
        .ifPresent(faults::add);
    ofKeyFile(new KeyProperties(given.value(KEY_FILE, Path.class).orElse(null)).file())
        .ifPresent(faults::add);
    ofDatabase(given.text(DATABASE)).ifPresent(faults::add);
    ofBucket(given, faults);
    Optional.ofNullable(environment.getProperty(ModelSource.MIRROR))
        .filter(mirror -> !mirror.isBlank())
        .flatMap(PlaceFaults::ofMirror)
        .ifPresent(faults::add);
    return faults;
  }

  private static boolean keepsInFolder(Given given) {
    return !given.has(DATABASE) || !given.has(S3 + "bucket");
  }

  private static Optional<ConfigurationFault> ofFolder(Path folder) {
    return unwritable(
        FOLDER,
        folder,
        "In the folder of the data, %s, nothing can be written".formatted(folder),
        "folder, here or by BASE_DIR. In a container, give /data a volume that it owns.");
  }

  private static Optional<ConfigurationFault> ofKeyFile(Path file) {
    if (Files.isDirectory(file)) {
      return Optional.of(
          new ConfigurationFault(
              KEY_FILE,
              "The key file %s is a folder.".formatted(file),
              "Name a file; it need not be there yet."));
    }
    if (Files.exists(file)) {
      return Files.isReadable(file)
          ? Optional.empty()
          : Optional.of(
              new ConfigurationFault(
                  KEY_FILE,
                  "The key file %s cannot be read.".formatted(file),
                  "Let the user that the program runs as read it."));
    }
    return unwritable(
        KEY_FILE, file, "The key file %s is not there and cannot be made".formatted(file), "file.");
  }

  private static Optional<ConfigurationFault> unwritable(
      String property, Path path, String what, String remedy) {
    Path there = nearest(path);
    boolean folder = Files.isDirectory(there);
    if (folder && Files.isWritable(there)) {
      return Optional.empty();
    }
    String why = there + (folder ? " may not be written" : " is no folder");
    return Optional.of(
        new ConfigurationFault(property, "%s: %s.".formatted(what, why), LET_WRITE + remedy));
  }

  /** The path, or what of it is there. */
  private static Path nearest(Path path) {
    Path there = path;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    return there;
  }

  /** The address is not shown: it may hold a password. */
  private static Optional<ConfigurationFault> ofDatabase(String url) {
    return url.isEmpty() || url.startsWith("jdbc:postgresql:")
        ? Optional.empty()
        : Optional.of(
            new ConfigurationFault(
                DATABASE,
                "It is no address of a PostgreSQL.",
                "Set one such as jdbc:postgresql://db/ambient, or remove it: the data are then kept in the folder."));
  }

  private static Optional<ConfigurationFault> ofMirror(String mirror) {
    try {
      if (isHttp(URI.create(mirror.strip()))) {
        return Optional.empty();
      }
    } catch (IllegalArgumentException e) {
      // said below
    }
    return Optional.of(
        new ConfigurationFault(
            ModelSource.MIRROR,
            "It is no address of a server.",
            "Set one such as https://mirror.example/models/, or remove it: each model then comes from its publisher."));
  }

  private static void ofBucket(Given given, List<ConfigurationFault> faults) {
    given
        .value(S3 + "endpoint", URI.class)
        .filter(endpoint -> !endpoint.toString().isEmpty() && !isHttp(endpoint))
        .map(
            endpoint ->
                new ConfigurationFault(
                    S3 + "endpoint",
                    "It is no address of a server.",
                    "Set one such as https://storage.example.org, or remove it for Amazon's."))
        .ifPresent(faults::add);
    if (given.has(S3 + "endpoint") && !given.has(S3 + "bucket")) {
      faults.add(
          new ConfigurationFault(
              S3 + "bucket",
              "A server is named and no bucket of it, so that sound would go to the folder.",
              "Set a bucket that is there, or remove %sendpoint.".formatted(S3)));
    }
    ofPair(given, "access-key", "secret-key").ifPresent(faults::add);
    ofPair(given, "secret-key", "access-key").ifPresent(faults::add);
  }

  private static Optional<ConfigurationFault> ofPair(Given given, String one, String other) {
    return given.has(S3 + one) && !given.has(S3 + other)
        ? Optional.of(
            new ConfigurationFault(
                S3 + other,
                "It is not set, and %s%s is.".formatted(S3, one),
                "Set both; or neither, to take what the environment or the machine's role gives."))
        : Optional.empty();
  }

  private static boolean isHttp(URI address) {
    return address.getHost() != null
        && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
  }
}
