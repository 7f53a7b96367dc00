package io.github.ambientgpt.release;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Two builds, held against each other.
 *
 * @param compared how many files, and layers of images, both have
 * @param differences in the order of their paths
 */
record Comparison(int compared, List<Difference> differences) {
  /** More than this of one archive help nobody. */
  private static final int ENTRIES = 20;

  /**
   * A file or a layer that is not the same, or that only one build has.
   *
   * @param file the file's path, or which layer of which image
   * @param here its digest in the first build; empty when it is not there
   * @param again in the second
   * @param entries of an archive, each with what differs
   */
  record Difference(String file, String here, String again, List<String> entries) {}

  Comparison {
    differences = List.copyOf(differences);
  }

  static Comparison of(Build here, Build again) throws IOException {
    TreeSet<String> names = new TreeSet<>(here.files().keySet());
    names.addAll(again.files().keySet());
    List<Difference> differences = new ArrayList<>();
    int compared = 0;
    for (String name : names) {
      byte[] first = content(here.files().get(name));
      byte[] second = content(again.files().get(name));
      if (first.length > 0 && second.length > 0) {
        compared++;
      }
      if (!digest(first).equals(digest(second))) {
        differences.add(
            new Difference(name, digest(first), digest(second), entries(first, second)));
      }
    }
    TreeSet<String> layers = new TreeSet<>(here.layers().keySet());
    layers.addAll(again.layers().keySet());
    for (String name : layers) {
      String first = here.layers().getOrDefault(name, "");
      String second = again.layers().getOrDefault(name, "");
      if (first.equals(second)) {
        compared++;
      } else {
        differences.add(new Difference(name, first, second, List.of()));
      }
    }
    if (compared == 0) {
      throw new Refusal(
          "There is nothing to compare in "
              + here.folder()
              + ": see whether the build has made it");
    }
    return new Comparison(compared, differences);
  }

  String sentence(String commit) {
    if (differences.isEmpty()) {
      return "Two builds of %s are the same: %d files and layers".formatted(commit, compared);
    }
    Difference first = differences.get(0);
    return "Two builds of %s differ in %d files or layers, the first of them %s%s"
        .formatted(
            commit,
            differences.size(),
            first.file(),
            first.entries().isEmpty() ? "" : " (" + first.entries().get(0) + ")");
  }

  private static byte[] content(Path file) throws IOException {
    return file == null ? new byte[0] : Files.readAllBytes(file);
  }

  private static String digest(byte[] content) {
    return content.length == 0 ? "" : Images.digest(content);
  }

  private static List<String> entries(byte[] first, byte[] second) throws IOException {
    Map<String, ZipEntry> left = new TreeMap<>();
    Map<String, ZipEntry> right = new TreeMap<>();
    List<String> order = list(first, left);
    List<String> orderAgain = list(second, right);
    List<String> entries = new ArrayList<>();
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    for (String name : names) {
      ZipEntry a = left.get(name);
      ZipEntry b = right.get(name);
      if (a == null || b == null) {
        entries.add(name + ": only in " + (a == null ? "the second" : "the first"));
      } else if (a.getCrc() != b.getCrc() || a.getSize() != b.getSize()) {
        entries.add(name + ": another content");
      } else if (a.getTime() != b.getTime()) {
        entries.add(name + ": another time");
      }
    }
    if (entries.isEmpty() && !order.equals(orderAgain)) {
      entries.add("another order");
    }
    return entries.size() > ENTRIES ? List.copyOf(entries.subList(0, ENTRIES)) : entries;
  }

  /** In their order; none of what is no archive of this kind. */
  private static List<String> list(byte[] archive, Map<String, ZipEntry> entries)
      throws IOException {
    List<String> order = new ArrayList<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
        zip.closeEntry(); // only then its sum is known
        entries.put(entry.getName(), entry);
        order.add(entry.getName());
      }
    }
    return order;
  }
}
