package io.github.ambientgpt.release;

import java.time.Duration;
import java.util.List;

/**
 * The registries that a release goes to, looked at before anything is pushed.
 *
 * @param repositories of images, each as host and folder; the chart goes to the first
 * @param images their names; none when none is published
 * @param chart its path below the first repository; empty when none is published
 * @param insecure whether the registries speak plain HTTP
 * @param patience how long to wait for an answer
 */
record Destinations(
    List<String> repositories,
    List<String> images,
    String chart,
    boolean insecure,
    Duration patience) {

  Destinations {
    repositories = List.copyOf(repositories);
    images = List.copyOf(images);
  }

  /**
   * Whether each registry answers and lets this login push.
   *
   * @param cure what to do where one does not answer
   * @throws Refusal if not
   */
  void requireReady(String cure) {
    Credentials credentials = Credentials.ofDocker();
    for (String repository : repositories) {
      Registry registry = Registry.of(repository, insecure, credentials, patience);
      if (!registry.answers()) {
        throw new Refusal(
            "The registry %s does not answer, so nothing was published: %s"
                .formatted(registry.host(), cure));
      }
      images.forEach(image -> registry.requirePush(folder(repository) + "/" + image));
    }
    if (!chart.isEmpty()) {
      String first = repositories.get(0);
      Registry.of(first, insecure, credentials, patience).requirePush(folder(first) + "/" + chart);
    }
  }

  /**
   * Whether a part of this version is there already: then the release is one that is run again.
   *
   * @param commit that it is made from
   * @throws Refusal when a part is there that was made from another commit
   */
  boolean begun(String version, String commit) {
    Credentials credentials = Credentials.ofDocker();
    boolean begun = false;
    for (String repository : repositories) {
      Registry registry = Registry.of(repository, insecure, credentials, patience);
      for (String image : images) {
        begun |= isThere(registry, folder(repository) + "/" + image, version, commit);
      }
    }
    if (!chart.isEmpty()) {
      String first = repositories.get(0);
      begun |=
          isThere(
              Registry.of(first, insecure, credentials, patience),
              folder(first) + "/" + chart,
              version,
              commit);
    }
    return begun;
  }

  private static boolean isThere(
      Registry registry, String repository, String version, String commit) {
    String revision = registry.revision(repository, version).orElse(commit);
    if (!revision.equals(commit)) {
      throw new Refusal(
          "%s/%s:%s is there already, made from %s and not from %s, so nothing was published: release another version"
              .formatted(registry.host(), repository, version, revision, commit));
    }
    return registry.revision(repository, version).isPresent();
  }

  private static String folder(String repository) {
    return repository.substring(repository.indexOf('/') + 1);
  }
}
