package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * What one step of a release did.
 *
 * @param name of the step; one file a name, so a step that runs again replaces what it said before
 * @param at when it ended
 * @param published in order
 */
record Step(String name, Instant at, List<Published> published) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  Step {
    published = List.copyOf(published);
  }

  static Step ended(String name, List<Published> published) {
    return new Step(name, Instant.now(), published);
  }

  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(name + ".json"), JSON.writeValueAsString(this));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every step in the folder, the earliest first; none if there is no folder. */
  static List<Step> read(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .map(Step::parse)
          .sorted(Comparator.comparing(Step::at))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Step parse(Path file) {
    return JSON.readValue(file.toFile(), Step.class);
  }
}
