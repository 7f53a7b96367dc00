package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Gives all files of a folder one time, which Helm then writes into its package. */
public final class StampFiles {
  private StampFiles() {}

  /**
   * @param arguments {@code folder}, {@code time} (ISO-8601)
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    FileTime time = FileTime.from(Instant.parse(given.text("time")));
    List<Path> files;
    try (Stream<Path> all = Files.walk(given.path("folder"))) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      Files.setLastModifiedTime(file, time);
    }
  }
}
