package org.example.scribe;

import io.github.ambientgpt.core.provider.Settings;
import java.nio.file.Path;

/** The programs of these tests: a JVM each, so that they run wherever the tests do. */
final class Programs {
  private Programs() {}

  static Settings running(Class<?> main) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = Path.of("target", "test-classes").toAbsolutePath().toString();
    return Settings.of(
        Command.SETTING,
        "\"%s\" -Xshare:auto -XX:TieredStopAtLevel=1 -cp \"%s\" %s"
            .formatted(java, classes, main.getName()));
  }
}
