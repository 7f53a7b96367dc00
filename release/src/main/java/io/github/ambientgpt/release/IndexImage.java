package io.github.ambientgpt.release;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Joins the images that were made one per architecture to one image under the commit's tag. What a
 * run before has joined stays, so that a release that is run again tests and names the same digest.
 */
public final class IndexImage {
  private IndexImage() {}

  /**
   * @param arguments {@code repository}, {@code tag}, {@code architectures} (with commas), {@code
   *     insecure} (plain HTTP), {@code rehearsal.skip} (a rehearsal joins anew), {@code steps}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String repository = given.text("repository");
    String name = repository + ":" + given.text("tag");
    List<String> sources =
        Stream.of(given.text("architectures").split(","))
            .distinct()
            .map(a -> name + "-" + a)
            .toList();
    boolean fresh = !given.flag("rehearsal.skip") || name.endsWith("-dirty");
    if (fresh || !isJoined(repository, given, sources.size())) {
      Images.name(name, sources);
    }
    byte[] manifest = Images.manifest(name);
    if (Images.platforms(manifest).size() != sources.size()) {
      throw new Refusal(
          name
              + " should have "
              + sources.size()
              + " platforms, but has "
              + Images.platforms(manifest));
    }
    String image = repository.substring(repository.lastIndexOf('/') + 1);
    Published published =
        new Published(
            "image",
            image,
            List.of(name),
            Images.digest(manifest),
            Images.bytes(repository, manifest));
    Step.ended(image, List.of(published)).write(given.path("steps"));
    System.out.println("Pushed " + name + "@" + published.digest());
  }

  private static boolean isJoined(String repository, Arguments given, int platforms) {
    return Registry.of(
            repository, given.flag("insecure"), Credentials.ofDocker(), Duration.ofSeconds(10))
        .manifest(repository.substring(repository.indexOf('/') + 1), given.text("tag"))
        .map(manifest -> manifest.getBytes(StandardCharsets.UTF_8))
        .filter(manifest -> Images.platforms(manifest).size() == platforms)
        .isPresent();
  }
}
