package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Has syft write down what is in each image that was tested, as CycloneDX: the system's packages,
 * Java and the jars. What is in the page cannot be seen there any more; its own module says that.
 */
public final class DescribeImages {
  static final String SYFT = "syft";

  private static final String CURE =
      "put syft on the PATH (go install github.com/anchore/syft/cmd/syft@v1.57.1)";
  private static final String END = ".cdx.json";
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DescribeImages() {}

  /**
   * @param arguments {@code folder} (for the files), {@code steps}, {@code version}, {@code
   *     rehearsal.skip} (a rehearsal, as a snapshot, does without where there is no syft)
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    Path folder = given.path("folder");
    Folders.delete(folder);
    boolean release = given.flag("rehearsal.skip") && !given.text("version").endsWith("-SNAPSHOT");
    if (!release && !isPossible(SYFT)) {
      System.out.println("No list of what is in the images was made: " + CURE);
      return;
    }
    // Each waits for Docker to hand the image over, most of its time.
    Step.read(given.path("steps")).parallelStream()
        .filter(step -> !step.name().equals("promotion"))
        .flatMap(step -> step.published().stream())
        .filter(published -> published.kind().equals("image"))
        .forEach(
            image -> {
              // The smoke test has pulled it, so that Docker has it here.
              String source = "docker:" + image.pinned();
              write(folder, image.name(), contents(source, image.name(), given.text("version")));
            });
  }

  /**
   * @throws Refusal where there is no syft
   */
  static void require(String syft) {
    if (!isPossible(syft)) {
      throw new Refusal(
          "There is no syft here, which lists what is in the images, so nothing was published: "
              + CURE);
    }
  }

  static boolean isPossible(String syft) {
    try {
      Command.text(syft, "--version");
      return true;
    } catch (Refusal e) {
      return false;
    }
  }

  /**
   * Without what is another each time, though the content is the same.
   *
   * @param source in syft's words
   */
  static byte[] contents(String source, String name, String version) {
    byte[] found =
        Command.run(
            List.of(
                SYFT,
                "scan",
                source,
                "--quiet",
                "--source-name",
                name,
                "--source-version",
                version,
                "--output",
                "cyclonedx-json"));
    ObjectNode document = (ObjectNode) JSON.readTree(found);
    document.remove("serialNumber");
    ((ObjectNode) document.get("metadata")).remove("timestamp");
    return JSON.writeValueAsBytes(document);
  }

  private static void write(Path folder, String image, byte[] contents) {
    try {
      Files.write(Files.createDirectories(folder).resolve(image + END), contents);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of each image that has one. */
  static Map<String, String> files(Path folder) {
    Map<String, String> files = new TreeMap<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        for (Path file : all.filter(path -> path.toString().endsWith(END)).toList()) {
          files.put(file.getFileName().toString().replace(END, ""), file.toString());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
