package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks, before Maven Central gets it, at what the bundle will hold: these artifacts and no others,
 * since what is there by mistake stays; each jar with its SBOM; and no more files than Central's
 * quotas bear.
 */
public final class CheckBundle {
  private CheckBundle() {}

  /**
   * @param arguments {@code staging} (where Central's plugin gathers its bundle), {@code jars} (the
   *     artifacts, with commas), {@code files} and {@code megabytes} (the most there may be),
   *     {@code version}
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    Path staging = given.path("staging");
    List<Path> files;
    try (Stream<Path> all = Files.walk(staging)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.getFileName().toString().startsWith("maven-metadata"))
              .toList();
    } catch (java.nio.file.NoSuchFileException e) {
      throw new Refusal(
          "No module has put anything into " + staging + ", so nothing would go to Maven Central");
    }
    requireExactly(given.text("version"), Set.of(given.text("jars").split(",")), files);
    requireContents(files);
    long bytes = 0;
    for (Path file : files) {
      bytes += Files.size(file);
    }
    requireFew(files.size(), bytes, given);
  }

  private static void requireExactly(String version, Set<String> jars, List<Path> files) {
    Set<String> there = new TreeSet<>();
    for (Path file : files) {
      String name = file.getParent().getParent().getFileName().toString();
      there.add(
          file.getParent().endsWith(version) ? name : name + ":" + file.getParent().getFileName());
    }
    Set<String> surplus = new TreeSet<>(there);
    surplus.removeAll(jars);
    Set<String> missing = new TreeSet<>(jars);
    missing.removeAll(there);
    if (!surplus.isEmpty() || !missing.isEmpty()) {
      throw new Refusal(
          "Maven Central would get %s, which nobody wants there, and lack %s, so it gets nothing: see publish.skip of these modules, and release.jars of core/ambient-gpt-bom"
              .formatted(surplus, missing));
    }
  }

  /**
   * That each jar comes with the list of what is in it: its plugin leaves it out without a word.
   */
  private static void requireContents(List<Path> files) {
    Set<String> lacking = new TreeSet<>();
    for (Path file : files) {
      String version = file.getParent().getFileName().toString();
      String name = file.getParent().getParent().getFileName() + "-" + version;
      if (file.getFileName().toString().equals(name + ".jar")
          && !Files.exists(file.resolveSibling(name + "-cyclonedx.json"))) {
        lacking.add(name + ".jar");
      }
    }
    if (!lacking.isEmpty()) {
      throw new Refusal(
          "%s would go to Maven Central without a list of what is in it (an SBOM), so nothing goes there: see sbom.skip of these modules"
              .formatted(lacking));
    }
  }

  private static void requireFew(int files, long bytes, Arguments given) {
    double megabytes = bytes / 1e6;
    String held =
        String.format(
            Locale.ROOT,
            "Maven Central's bundle has %d files (%s at most) and %.1f MB (%s at most)",
            files,
            given.text("files"),
            megabytes,
            given.text("megabytes"));
    System.out.println(held);
    if (files > Integer.parseInt(given.text("files"))
        || megabytes > Double.parseDouble(given.text("megabytes"))) {
      throw new Refusal(
          held
              + ": its quotas are counted over months; publish fewer artifacts, or raise the bound with a reason");
    }
  }
}
