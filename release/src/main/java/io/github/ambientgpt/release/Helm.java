package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Helm, put where the build looks for it: from the PATH, from Go's folder of programs, or made by
 * Go, which checks the sums of what it takes. The plugin's own download checks none, and cannot be
 * had in a closed network. To make it takes minutes, once, so that goes on beside the build from
 * its first module on and is waited for before anything is promoted.
 */
final class Helm {
  private static final String PROGRAM =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows")
          ? "helm.exe"
          : "helm";

  private final Path folder;

  /**
   * @param folder where the build looks for it
   */
  Helm(Path folder) {
    this.folder = folder;
  }

  /** Puts it there if it is found, else begins to make it. */
  void begin(String version) {
    Optional<Path> found = found();
    if (Files.exists(target())) {
      return;
    }
    if (found.isPresent()) {
      put(found.get());
      return;
    }
    try {
      Files.createDirectories(folder);
      Process making =
          new ProcessBuilder("go", "install", "helm.sh/helm/v4/cmd/helm@" + version)
              .redirectErrorStream(true)
              .redirectOutput(log().toFile())
              .start();
      Files.writeString(process(), Long.toString(making.pid()));
    } catch (IOException e) {
      throw new Refusal("The chart needs Helm 4: install it, or Go, so that the build can make it");
    }
    System.out.println("There is no Helm on this machine: Go makes it beside the build");
  }

  /** Waits until it is there. */
  void await() {
    if (Files.exists(target())) {
      return;
    }
    try {
      Optional<ProcessHandle> making =
          ProcessHandle.of(Long.parseLong(Files.readString(process())));
      if (making.isPresent()) {
        making.get().onExit().get(15, TimeUnit.MINUTES);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) { // whatever it was, what counts is whether Helm is there
      System.out.println("Waiting for Helm ended early: " + e);
    }
    put(
        found()
            .orElseThrow(
                () ->
                    new Refusal(
                        "Go did not make Helm; why is in "
                            + log()
                            + ": install Helm 4 and run again")));
  }

  private Path target() {
    return folder.resolve(PROGRAM);
  }

  private Path log() {
    return folder.resolve("making.log");
  }

  private Path process() {
    return folder.resolve("making.pid");
  }

  private void put(Path source) {
    try {
      Files.createDirectories(folder);
      Files.copy(source, target());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    System.out.println("Helm: " + source);
  }

  private static Optional<Path> found() {
    Stream<Path> onPath =
        Stream.of(System.getenv("PATH").split(System.getProperty("path.separator")))
            .filter(folder -> !folder.isBlank())
            .map(Path::of);
    return Stream.concat(onPath, goPrograms().stream())
        .map(folder -> folder.resolve(PROGRAM))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static List<Path> goPrograms() {
    String set = System.getenv("GOBIN");
    return set == null || set.isBlank()
        ? List.of(Path.of(System.getProperty("user.home"), "go", "bin"))
        : List.of(Path.of(set));
  }
}
