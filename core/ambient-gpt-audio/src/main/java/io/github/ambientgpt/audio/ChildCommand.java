package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.speech.AudioStream;
import java.io.File;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.slf4j.LoggerFactory;

/**
 * How a class of this artifact is started in a JVM of its own: with this JVM's java, and of the
 * class path only what decoding needs. Where the jars lie inside a runnable jar of Spring Boot, its
 * own launcher opens them.
 */
final class ChildCommand {
  private static final String BOOT_LAUNCHER =
      "org.springframework.boot.loader.launch.PropertiesLauncher";
  private static final String NESTED = "nested:";

  /** All that a child is told of its surroundings: keys and passwords stay here. */
  private static final Set<String> ENVIRONMENT =
      Set.of(
          "HOME",
          "LANG",
          "LC_ALL",
          "LD_LIBRARY_PATH",
          "PATH",
          "SYSTEMROOT",
          "TEMP",
          "TMP",
          "TMPDIR",
          "USERPROFILE");

  private ChildCommand() {}

  static ProcessBuilder of(Class<?> main, long memory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-XX:MaxDirectMemorySize=64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            // A crash leaves no file behind: it could hold what was said.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:+DisplayVMOutputToStderr"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    System.getProperties().stringPropertyNames().stream()
        .filter(ChildCommand::isPassedOn)
        .sorted()
        .forEach(name -> command.add("-D" + name + "=" + System.getProperty(name)));
    addClassPath(main, command);
    command.add(Long.toString(memory));
    ProcessBuilder builder = new ProcessBuilder(command);
    restrict(builder.environment());
    return builder;
  }

  private static boolean isPassedOn(String property) {
    return property.startsWith("org.bytedeco.")
        || property.equals("java.library.path")
        || property.equals("java.io.tmpdir")
        || property.equals("user.home");
  }

  private static void restrict(Map<String, String> environment) {
    environment.keySet().removeIf(name -> !ENVIRONMENT.contains(name.toUpperCase(Locale.ROOT)));
  }

  private static void addClassPath(Class<?> main, List<String> command) {
    List<URL> places = new ArrayList<>();
    for (Class<?> type :
        List.of(
            main,
            DecoderChild.class,
            AudioStream.class,
            Loader.class,
            avutil.class,
            LoggerFactory.class)) {
      places.add(type.getProtectionDomain().getCodeSource().getLocation());
    }
    places.addAll(Natives.places());
    Set<String> jars = new LinkedHashSet<>();
    for (URL place : places) {
      String text = place.toString().replaceFirst("^jar:", "");
      if (text.startsWith(NESTED)) {
        String outer = text.substring(NESTED.length(), text.indexOf("/!"));
        command.addAll(
            List.of(
                "-Dloader.main=" + main.getName(),
                "-cp",
                Path.of(URI.create("file:" + outer)).toString(),
                BOOT_LAUNCHER));
        return;
      }
      jars.add(Path.of(URI.create(text.replaceFirst("!/.*$", ""))).toString());
    }
    command.add("-cp");
    command.add(jars.stream().collect(Collectors.joining(File.pathSeparator)));
    command.add(main.getName());
  }
}
