package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives the images that passed the smoke test the release's names, in every registry, by digest:
 * what was tested is what is named.
 */
public final class PromoteImages {
  private final String version;
  private final boolean insecure;
  private final boolean rehearsal;
  private final Credentials credentials = Credentials.ofDocker();

  private PromoteImages(String version, boolean insecure, boolean rehearsal) {
    this.version = version;
    this.insecure = insecure;
    this.rehearsal = rehearsal;
  }

  /**
   * @param arguments {@code repositories} (with commas, each without the image's name), {@code
   *     version}, {@code insecure} (plain HTTP), {@code rehearsal.skip} (a rehearsal gives its
   *     version again and again), {@code steps}, where the smoke test has left {@code tested.txt}:
   *     a line for each image, pinned by its digest
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
    PromoteImages promotion =
        new PromoteImages(version, given.flag("insecure"), !given.flag("rehearsal.skip"));
    List<Published> promoted = new ArrayList<>();
    for (Step step : Step.read(given.path("steps"))) {
      for (Published image : step.published()) {
        if (image.kind().equals("image") && !step.name().equals("promotion")) {
          requireTested(image.pinned(), tested);
          promoted.add(promotion.promote(image, repositories));
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

  private static void requireTested(String source, Set<String> tested) {
    if (!tested.contains(source)) {
      throw new Refusal(
          source
              + " has not passed the smoke test, so it gets no name: let docker/smoke run (it needs Docker)");
    }
  }

  private Published promote(Published image, List<String> repositories) {
    List<String> names = new ArrayList<>();
    for (String repository : repositories) {
      Registry registry = Registry.of(repository, insecure, credentials, Duration.ofSeconds(10));
      String path = repository.substring(repository.indexOf('/') + 1) + "/" + image.name();
      for (String tag : Tags.forwards(version, registry.tags(path))) {
        String name = repository + "/" + image.name() + ":" + tag;
        name(registry, path, tag, name, image);
        names.add(name);
      }
    }
    System.out.println("Promoted " + image.pinned() + " to " + String.join(", ", names));
    return new Published("image", image.name(), names, image.digest(), image.bytes());
  }

  /** Does nothing where the name is the image's already, as after a run that broke off. */
  private void name(Registry registry, String path, String tag, String name, Published image) {
    Optional<String> there = registry.digest(path, tag);
    if (there.equals(Optional.of(image.digest()))) {
      return;
    }
    if (there.isPresent() && tag.equals(version) && !rehearsal) {
      throw new Refusal(
          "%s is there already, as %s and not as %s: a version is never given twice; release another one"
              .formatted(name, there.get(), image.digest()));
    }
    try {
      Images.name(name, List.of(image.pinned()));
    } catch (Refusal e) {
      throw new Refusal(
          "%s could not be named: see whether the registry works, and run the same command again, which goes on from here (%s)"
              .formatted(name, e.getMessage()));
    }
    if (!registry.digest(path, tag).equals(Optional.of(image.digest()))) {
      throw new Refusal(
          name
              + " is not what was tested ("
              + image.pinned()
              + "): look at who else pushes there, and run again");
    }
  }
}
