package io.github.ambientgpt.release;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts Helm where the build looks for it, if there is one on the PATH; else says which archive the
 * chart's module fetches.
 */
public final class FindHelm {
  private FindHelm() {}

  /**
   * @param arguments {@code folder} (to put it in), {@code version} (to fetch, if there is none on
   *     the PATH), {@code from} (where its archives are), {@code sum} (of its archive; empty: the
   *     one that is known), {@code steps} (the folder for {@code helm.properties}), {@code path}
   *     (folders of programs; empty: as in the variable PATH), {@code chart.skip} (nobody needs it)
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String version = given.text("version");
    Archive archive = Archive.of("helm", version, platform());
    String sum = given.text("sum").isBlank() ? archive.sum() : given.text("sum");
    boolean fetched =
        !given.flag("chart.skip") && !isThere(given.path("folder"), given.text("path"));
    if (fetched && sum.isEmpty()) {
      throw new Refusal(
          "There is no Helm on the PATH, and no checksum known of Helm %s for %s: put Helm 4 on the PATH"
              .formatted(version, platform()));
    }
    if (fetched) {
      System.out.println(
          "There is no Helm on the PATH, so its archive is taken from "
              + given.text("from")
              + ": put Helm 4 there, or name another place by -Dhelm.download");
    }
    Archive.write(
        given.path("steps"),
        "helm",
        "helm.fetch.skip=%s\nhelm.uri=%s/%s\nhelm.fetch.sum=%s\n"
            .formatted(!fetched, given.text("from"), archive.name(), sum));
  }

  private static boolean isThere(Path folder, String path) {
    Path program = folder.resolve(program());
    if (Files.exists(program)) {
      return true;
    }
    Optional<Path> found = found(path.isBlank() ? System.getenv("PATH") : path);
    try {
      Files.createDirectories(folder);
      if (found.isPresent()) {
        Files.copy(found.get(), program);
        System.out.println("Helm: " + found.get());
      }
      return found.isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Path> found(String path) {
    return Stream.of(path.split(File.pathSeparator))
        .filter(place -> !place.isBlank())
        .map(place -> Path.of(place, program()))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static String program() {
    return Archive.system().equals("windows") ? "helm.exe" : "helm";
  }

  /** In the words of Helm's archives. */
  private static String platform() {
    return Archive.system() + (Archive.isArm() ? "-arm64" : "-amd64");
  }
}
