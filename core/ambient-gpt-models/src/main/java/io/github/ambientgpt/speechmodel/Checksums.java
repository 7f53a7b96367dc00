package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The digests of an installed model's files, for those that the catalogue has none of: the files of
 * an unpacked archive, and models of one's own. They stand beside the model in a file that {@code
 * sha256sum -c} reads, too.
 *
 * @param byFile digests by path from the folder of models, with slashes on every system
 */
record Checksums(Map<String, String> byFile) {
  private static final String SUFFIX = ".sha256";

  Checksums {
    byFile = new TreeMap<>(byFile);
  }

  static Path path(Path model) {
    return model.resolveSibling(model.getFileName() + SUFFIX);
  }

  /**
   * Computes those of what is there.
   *
   * @param model a file or folder
   */
  static Checksums of(Path model, Monitor monitor) {
    Map<String, String> byFile = new TreeMap<>();
    for (Path file : Disk.files(model)) {
      String name = model.getParent().relativize(file).toString().replace('\\', '/');
      byFile.put(name, Digest.of(file, monitor));
    }
    return new Checksums(byFile);
  }

  /** That of a model that is one file. */
  static Checksums single(Path model, String digest) {
    return new Checksums(Map.of(model.getFileName().toString(), digest));
  }

  /** Those that were written; empty when none were, or they cannot be understood. */
  static Optional<Checksums> read(Path model) {
    Path path = path(model);
    if (!Files.isRegularFile(path)) {
      return Optional.empty();
    }
    try {
      Map<String, String> byFile = new TreeMap<>();
      for (String line : Files.readAllLines(path)) {
        String[] parts = line.split("  ", 2);
        if (parts.length < 2) {
          return Optional.empty();
        }
        byFile.put(parts[1], parts[0]);
      }
      return Optional.of(new Checksums(byFile));
    } catch (IOException e) {
      throw Disk.cannotRead(path, e);
    }
  }

  /** What is not as it was, in words. */
  List<String> differences(Checksums then) {
    Set<String> all = new TreeSet<>(byFile.keySet());
    all.addAll(then.byFile.keySet());
    List<String> differences = new ArrayList<>();
    for (String file : all) {
      String was = then.byFile.get(file);
      String is = byFile.get(file);
      if (was == null) {
        differences.add(file + " was added");
      } else if (is == null) {
        differences.add(file + " is missing");
      } else if (!was.equals(is)) {
        differences.add(file + " was changed");
      }
    }
    return differences;
  }

  void write(Path model) {
    Path path = path(model);
    String text =
        byFile.entrySet().stream()
            .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
            .collect(Collectors.joining());
    try {
      Files.writeString(path, text);
    } catch (IOException e) {
      throw Disk.cannotWrite(path, e);
    }
  }
}
