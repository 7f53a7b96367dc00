package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Gives the images that passed the smoke test the release's names, in every registry, by digest:
 * what was tested is what is named.
 */
public final class PromoteImages {
  private PromoteImages() {}

  /**
   * @param arguments {@code repositories} (with commas, each without the image's name), {@code
   *     version}, {@code steps}, where the smoke test has left {@code tested.txt}: a line for each
   *     image, pinned by its digest
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String version = given.text("version");
    if (version.endsWith("-SNAPSHOT")) {
      System.out.println(
          "Not promoted: " + version + " is no release; the images keep their commit's tag");
      return;
    }
    List<String> repositories = List.of(given.text("repositories").split(","));
    Set<String> tested = tested(given.path("steps").resolve("tested.txt"));
    List<Published> promoted = new ArrayList<>();
    for (Step step : Step.read(given.path("steps"))) {
      for (Published image : step.published()) {
        if (image.kind().equals("image") && !step.name().equals("promotion")) {
          promoted.add(promote(image, tested, repositories, version));
        }
      }
    }
    Step.ended("promotion", promoted).write(given.path("steps"));
  }

  private static Set<String> tested(Path file) {
    try {
      return Set.copyOf(Files.readAllLines(file));
    } catch (IOException e) {
      return Set.of();
    }
  }

  private static Published promote(
      Published image, Set<String> tested, List<String> repositories, String version) {
    String source = image.pinned();
    if (!tested.contains(source)) {
      throw new Refusal(
          source
              + " has not passed the smoke test, so it gets no name: let docker/smoke run (it needs Docker)");
    }
    List<String> names =
        repositories.stream()
            .map(repository -> repository + "/" + image.name() + ":")
            .flatMap(name -> Tags.of(version).stream().map(tag -> name + tag))
            .toList();
    for (String name : names) {
      Images.name(name, List.of(source));
      if (!Images.digest(Images.manifest(name)).equals(image.digest())) {
        throw new Refusal(
            name
                + " is not what was tested ("
                + source
                + "): look at who else pushes there, and run again");
      }
    }
    System.out.println("Promoted " + source + " to " + String.join(", ", names));
    return new Published("image", image.name(), names, image.digest(), image.bytes());
  }
}
