package io.github.ambientgpt.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The service's classes as one of its starts left them, in an archive of the virtual machine (class
 * data sharing): each further start takes some 40 % less of the processor, and the tests start it a
 * hundred times. The machine takes no archive over folders of classes, so they are jars first.
 */
final class ServiceArchive {
  private static final Path FOLDER = Path.of("target", "service-archive").toAbsolutePath();
  private static final Path ARCHIVE = FOLDER.resolve("classes.jsa");
  private static final Path STAMP = FOLDER.resolve("made-of.txt");

  private ServiceArchive() {}

  /** What {@code java} is told before the main class, as lines of a file of arguments. */
  static synchronized List<String> arguments() {
    try {
      List<Path> classPath = classPath();
      makeOnce(classPath);
      List<String> arguments = new ArrayList<>();
      if (Files.exists(ARCHIVE)) {
        arguments.addAll(
            List.of(
                "-Xshare:auto",
                "-Xlog:cds*=off",
                "\"-XX:SharedArchiveFile=%s\"".formatted(escaped(ARCHIVE))));
      }
      arguments.addAll(classPathArguments(classPath));
      return arguments;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Once for all processes that test: another one waits for it. */
  private static void makeOnce(List<Path> classPath) throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    try (FileChannel file = FileChannel.open(FOLDER.resolve("lock"), CREATE, WRITE)) {
      file.lock(); // until it is closed
      String stamp = stamp(classPath);
      if (!Files.exists(STAMP) || !Files.readString(STAMP).equals(stamp)) {
        make(classPath);
        Files.writeString(STAMP, stamp);
      }
    }
  }

  private static List<Path> classPath() {
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(classPath.split(File.pathSeparator)).map(Path::of).toList();
  }

  /** It changes when a class or a library does. */
  private static String stamp(List<Path> classPath) throws IOException {
    StringBuilder stamp = new StringBuilder(System.getProperty("java.home")).append('\n');
    for (Path entry : classPath) {
      for (Path file : files(entry)) {
        stamp.append(
            "%s %d %d%n"
                .formatted(file, Files.size(file), Files.getLastModifiedTime(file).toMillis()));
      }
    }
    return UUID.nameUUIDFromBytes(stamp.toString().getBytes(UTF_8)).toString();
  }

  private static List<Path> files(Path entry) throws IOException {
    if (!Files.exists(entry)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  private static void make(List<Path> classPath) throws IOException, InterruptedException {
    Files.deleteIfExists(STAMP);
    Files.deleteIfExists(ARCHIVE);
    for (Path entry : classPath) {
      if (Files.isDirectory(entry)) {
        pack(entry);
      }
    }
    Path data = FOLDER.resolve("data");
    FileSystemUtils.deleteRecursively(data);
    List<String> arguments =
        new ArrayList<>(List.of("\"-XX:ArchiveClassesAtExit=%s\"".formatted(escaped(ARCHIVE))));
    arguments.addAll(classPathArguments(classPath));
    Process start =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dspring.context.exit=onRefresh",
                "@" + Files.write(FOLDER.resolve("arguments.txt"), arguments),
                ApiApplication.class.getName(),
                "--server.port=0",
                "--ambient-gpt.storage.folder=" + data.resolve("data"),
                "--ambient-gpt.keys.file=" + ServiceProcess.key(data))
            .redirectErrorStream(true)
            .redirectOutput(FOLDER.resolve("start.log").toFile())
            .start();
    if (!start.waitFor(5, TimeUnit.MINUTES)) {
      start.destroyForcibly(); // then there is none
    }
  }

  private static List<String> classPathArguments(List<Path> classPath) {
    List<String> entries =
        classPath.stream()
            .map(entry -> Files.isDirectory(entry) ? jar(entry) : entry)
            .map(ServiceArchive::escaped)
            .toList();
    return List.of("-cp", "\"" + String.join(escaped(File.pathSeparator), entries) + "\"");
  }

  private static Path jar(Path folder) {
    return FOLDER.resolve("%08x.jar".formatted(folder.hashCode()));
  }

  private static void pack(Path folder) {
    int code =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--no-compress",
                "--file=" + jar(folder),
                "-C",
                folder.toString(),
                ".");
    if (code != 0) {
      throw new IllegalStateException("jar ended with " + code);
    }
  }

  private static String escaped(Object value) {
    return value.toString().replace("\\", "\\\\");
  }
}
