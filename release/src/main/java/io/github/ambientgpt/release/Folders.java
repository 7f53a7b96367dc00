package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that an earlier build left. */
final class Folders {
  private Folders() {}

  /**
   * Deletes one with all that is in it, if it is there.
   *
   * @throws Refusal if it cannot be
   */
  static void delete(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> files = all.sorted(Comparator.reverseOrder()).toList();
      for (Path file : files) {
        file.toFile().setWritable(true); // Git's are not, and Windows minds
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new Refusal("The folder " + folder + " cannot be emptied: see who else uses it");
    }
  }
}
