package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A folder with parts of this project, in a Git repository of its own, where Maven is run. */
final class Workspace {
  static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");

  private static final AtomicInteger runs = new AtomicInteger();

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /** How a program ended. */
  record Outcome(int status, String output) {
    /** The lines that Maven calls errors, without those that only say where to read on. */
    List<String> errors() {
      return output
          .lines()
          .filter(line -> line.contains("[ERROR] "))
          .map(line -> line.substring(line.indexOf("[ERROR] ") + "[ERROR] ".length()))
          .toList();
    }
  }

  Workspace(Path folder) {
    this.folder = folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /** For each program that is run from now on. */
  void variable(String name, String value) {
    environment.put(name, value);
  }

  void withoutVariable(String name) {
    environment.remove(name);
  }

  /** Whether a program is there and works. */
  boolean has(String... command) {
    try {
      return run(List.of(command)).status() == 0;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** The root POM with these modules alone. */
  void reactor(String... modules) throws IOException {
    StringBuilder list = new StringBuilder("<modules>\n");
    for (String module : modules) {
      list.append("    <module>").append(module).append("</module>\n");
    }
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    Files.writeString(
        folder.resolve("pom.xml"),
        pom.replaceFirst("(?s)<modules>.*</modules>", list.append("  </modules>").toString()));
    Files.writeString(folder.resolve(".gitignore"), ".flattened-pom.xml\ntarget/\n");
    take("mvnw", "mvnw.cmd", ".mvn");
  }

  /** Copies files and folders of the project. */
  void take(String... names) throws IOException {
    for (String name : names) {
      copy(ROOT.resolve(name), ROOT);
    }
  }

  /** Copies what is in a folder of the project. */
  void takeAsRoot(String name) throws IOException {
    copy(ROOT.resolve(name), ROOT.resolve(name));
  }

  private void copy(Path what, Path base) throws IOException {
    try (Stream<Path> all = Files.walk(what)) {
      for (Path from : all.filter(Files::isRegularFile).toList()) {
        String relative = base.relativize(from).toString();
        if (relative.contains("target") || relative.endsWith(".flattened-pom.xml")) {
          continue;
        }
        Path to = folder.resolve(relative);
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
        to.toFile().setExecutable(from.toFile().canExecute());
      }
    }
  }

  void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Of all files, and a change in one: Maven passes over commits without any. */
  void commit(String message) throws IOException {
    Path history = folder.resolve("history.txt");
    Files.writeString(
        history, message + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    if (!Files.exists(folder.resolve(".git"))) {
      git("init", "--quiet", "--initial-branch", "main");
      git("config", "user.name", "Test");
      git("config", "user.email", "test@example.org");
      git("config", "core.autocrlf", "false");
    }
    git("add", "--all");
    git("commit", "--quiet", "--message", message);
  }

  String git(String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    return succeed(run(command), command);
  }

  /** Maven by its wrapper, as a person runs it. */
  Outcome maven(String... arguments) {
    Outcome outcome = run(command(arguments));
    keep(outcome);
    return outcome;
  }

  /** For whoever wonders why a test failed. */
  private static void keep(Outcome outcome) {
    try {
      Path logs = Files.createDirectories(ROOT.resolve("release/target/maven"));
      Files.writeString(logs.resolve(runs.incrementAndGet() + ".log"), outcome.output());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String succeedingMaven(String... arguments) {
    return succeed(maven(arguments), List.of(arguments));
  }

  private static String succeed(Outcome outcome, List<String> command) {
    assertThat(outcome.status()).as(String.join(" ", command) + "\n" + outcome.output()).isZero();
    return outcome.output();
  }

  private static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(WINDOWS ? List.of("cmd", "/c", "mvnw.cmd") : List.of("./mvnw"));
    String repository = System.getProperty("maven.repo.local");
    if (repository != null && !repository.isBlank()) {
      command.add("-Dmaven.repo.local=" + repository);
    }
    command.addAll(List.of("--batch-mode", "--no-transfer-progress"));
    command.addAll(List.of(arguments));
    return command;
  }

  private Outcome run(List<String> command) {
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
