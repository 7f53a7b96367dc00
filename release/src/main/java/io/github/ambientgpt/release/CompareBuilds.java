package io.github.ambientgpt.release;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builds the commit a second time, in a clone at another place and in another time zone, and holds
 * what both made against each other: jars, POMs, SBOMs, chart and archives, byte by byte, and the
 * images' layers. It is done in two places: before the images get their names, with what is made by
 * then, and at the end with all.
 */
public final class CompareBuilds {
  private static final boolean WINDOWS = File.separatorChar == '\\';
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final String AGAIN = "again-";

  private CompareBuilds() {}

  /**
   * @param arguments {@code folder} (the project's), {@code clone} (the folder for the second
   *     build), {@code repository} (Maven's local one), {@code report} (the file to write), {@code
   *     version}, {@code run} (which run of Maven this is: in one the second build is made once),
   *     {@code whole} (whether the first build is; if not, what only the second has made does not
   *     count), {@code names} (of the images whose layers are compared, with commas), {@code tag}
   *     and {@code architecture} (of the first build's images), and what the second build is told:
   *     {@code profiles} (with commas), {@code images}, {@code helm}, {@code steps} (where the
   *     preflight has left what it found)
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    Path folder = given.path("folder");
    Path clone = given.path("clone");
    String commit = commit(folder);
    long start = System.nanoTime();
    Path built = clone.resolveSibling(clone.getFileName() + ".built");
    if (!Files.exists(built) || !Files.readString(built).equals(given.text("run"))) {
      Files.deleteIfExists(built);
      copy(folder, clone, given.path("steps"));
      build(clone, given);
      Files.writeString(built, given.text("run"));
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    Build here = build(folder, given, given.text("tag"));
    Build again = build(clone, given, AGAIN + given.text("tag"));
    Comparison comparison = Comparison.of(here, given.flag("whole") ? again : again.asFarAs(here));
    write(given.path("report"), new Outcome(commit, seconds, comparison));
    if (!comparison.differences().isEmpty()) {
      throw new Refusal(comparison.sentence(commit) + ": see " + given.path("report"));
    }
    System.out.println(comparison.sentence(commit));
  }

  private static Build build(Path folder, Arguments given, String tag) throws IOException {
    Map<String, String> images = new TreeMap<>();
    for (String name : given.text("names").split(",")) {
      if (!name.isBlank()) {
        images.put(
            name,
            "%s/%s:%s-%s".formatted(given.text("images"), name, tag, given.text("architecture")));
      }
    }
    return Build.in(folder, given.text("version")).with(images);
  }

  record Outcome(String commit, double seconds, Comparison comparison) {}

  private static String commit(Path folder) {
    String changed =
        Command.text(
            "git", "-C", folder.toString(), "status", "--porcelain", "--untracked-files=no");
    if (!changed.isEmpty()) {
      throw new Refusal(
          "The files here are other than their commit says, so a second build of it would differ: commit them, or leave it out with -Dreproducible.skip");
    }
    return Command.text("git", "-C", folder.toString(), "rev-parse", "HEAD");
  }

  private static void copy(Path folder, Path clone, Path steps) throws IOException {
    Folders.delete(clone);
    Files.createDirectories(clone.getParent());
    Command.text("git", "clone", "--quiet", "--shared", folder.toString(), clone.toString());
    Command.text(
        "git",
        "-C",
        clone.toString(),
        "checkout",
        "--quiet",
        "--detach",
        Command.text("git", "-C", folder.toString(), "rev-parse", "HEAD"));
    Path found = Files.createDirectories(clone.resolve(folder.relativize(steps)));
    if (Files.isDirectory(steps)) {
      try (Stream<Path> files = Files.list(steps)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".properties")).toList()) {
          Files.copy(file, found.resolve(file.getFileName()));
        }
      }
    }
  }

  private static void build(Path clone, Arguments given) throws IOException {
    Path log = clone.resolveSibling(clone.getFileName() + ".log");
    List<String> command = new ArrayList<>();
    if (WINDOWS) {
      command.addAll(List.of("cmd", "/c"));
    }
    command.add(
        Path.of(System.getProperty("maven.home"), "bin", WINDOWS ? "mvn.cmd" : "mvn").toString());
    command.addAll(
        List.of(
            "--batch-mode",
            "--no-transfer-progress",
            "-Dmaven.repo.local=" + given.text("repository"),
            "-P" + given.text("profiles"),
            "-Drevision=" + given.text("version"),
            "-Drelease.images=" + given.text("images"),
            "-Drelease.tag=" + AGAIN + given.text("tag"),
            "-Dimage.name.phase=none", // no other name than that
            "-Ddocker.noCache=true",
            "-Drelease.helm=" + given.text("helm"),
            "-Drehearsal.skip=true", // no portal, no key
            "-DskipTests",
            "package"));
    if (Files.isDirectory(clone.resolve("bench"))) {
      command.addAll(List.of("--projects", "!bench")); // published nowhere
    }
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(clone.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("TZ", "Pacific/Auckland");
    try {
      if (builder.start().waitFor() != 0) {
        throw new Refusal("The second build of the commit failed: see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while the commit was built a second time");
    }
  }

  private static void write(Path report, Outcome outcome) throws IOException {
    Files.createDirectories(report.getParent());
    Files.writeString(report, JSON.writeValueAsString(outcome) + "\n");
  }
}
