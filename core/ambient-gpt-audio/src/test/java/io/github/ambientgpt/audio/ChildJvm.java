package io.github.ambientgpt.audio;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs a class of these tests in a JVM of its own, with other limits or another class path. */
final class ChildJvm {
  record Outcome(int status, String out, String err) {}

  private final Path folder;
  private final List<String> options = new ArrayList<>();
  private Predicate<String> wanted = entry -> true;

  /** Its output goes to files in the folder. */
  ChildJvm(Path folder) {
    this.folder = folder;
  }

  ChildJvm with(String... jvmOptions) {
    options.addAll(List.of(jvmOptions));
    return this;
  }

  ChildJvm without(Predicate<String> classPathEntry) {
    wanted = wanted.and(classPathEntry.negate());
    return this;
  }

  Outcome run(Class<?> main, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.add("-cp");
    command.add(
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(wanted)
            .collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
    command.addAll(List.of(arguments));

    Path out = folder.resolve("out.txt");
    Path err = folder.resolve("err.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("The child JVM hangs: " + text(out) + text(err));
    }
    return new Outcome(process.exitValue(), text(out), text(err));
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }
}
