package io.github.ambientgpt.release;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * Looks, before anything is published, whether every destination answers; stops the release with
 * one sentence if one does not.
 */
public final class Preflight {
  private Preflight() {}

  /**
   * @param arguments {@code image.skip}, {@code chart.skip}, {@code central.skip}, {@code
   *     rehearsal.skip} as in the POM; {@code repositories} (of images, with commas), {@code
   *     insecure} (plain HTTP), {@code portal} (port of the rehearsal's portal), {@code bases} (see
   *     {@link Bases}), {@code version}, {@code steps}, {@code patience} (seconds to wait for an
   *     answer)
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    Duration patience = Duration.ofSeconds(Long.parseLong(given.text("patience")));
    if (!given.flag("central.skip") && given.text("version").endsWith("-SNAPSHOT")) {
      throw new Refusal(
          "Maven Central takes no "
              + given.text("version")
              + ": release from a tag made by release:prepare, or rehearse with -Prelease,rehearsal");
    }
    boolean rehearsal = !given.flag("rehearsal.skip");
    if (!given.flag("image.skip") || !given.flag("chart.skip")) {
      String scheme = given.flag("insecure") ? "http://" : "https://";
      Stream.of(given.text("repositories").split(","))
          .map(repository -> repository.substring(0, repository.indexOf('/')))
          .distinct()
          .forEach(host -> registry(scheme, host, rehearsal, patience));
      docker();
    }
    if (!given.flag("central.skip") && rehearsal) {
      free(Integer.parseInt(given.text("portal")));
    }
    boolean images = !given.flag("image.skip");
    boolean both =
        !images || !rehearsal || Bases.provide(Stream.of(given.text("bases").split(",")));
    if (!both) {
      System.out.println("The base images here are for amd64 only, and so are the rehearsed ones");
    }
    begin(given.path("steps"), images ? commit() : "none", both ? "arm64" : "amd64");
  }

  private static void registry(String scheme, String host, boolean rehearsal, Duration patience) {
    String cure =
        rehearsal
            ? "start a registry there, as with: docker run -d -p 127.0.0.1:5000:5000 registry:2"
            : "see whether this machine reaches it, or name another with -Drelease.images=HOST/ORG";
    answers(
        scheme + (host.equals("docker.io") ? "registry-1.docker.io" : host) + "/v2/",
        status ->
            status == 200 || status == 401, // 401: it is there and wants a login, which docker has
        "The registry " + host + " does not answer, so nothing was published: " + cure,
        patience);
  }

  private static void docker() {
    try {
      Command.text("docker", "version", "--format", "{{.Server.Version}}");
      Command.text("docker", "buildx", "version");
      Command.text("docker", "compose", "version");
    } catch (Refusal e) {
      throw new Refusal(
          "Docker with buildx and compose is needed to make and test the images: start or install it ("
              + e.getMessage()
              + ")");
    }
  }

  private static void free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new Refusal(
          "The rehearsal's portal needs port "
              + port
              + ", which is in use: stop what uses it, or choose another with -Drehearsal.port=PORT");
    }
  }

  /** Asks until the patience is over: a registry may have been started a moment ago. */
  private static void answers(
      String address, IntPredicate welcome, String otherwise, Duration patience) {
    HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(patience).build();
    long end = System.nanoTime() + patience.toNanos();
    try {
      do {
        if (welcome.test(status(client, request))) {
          return;
        }
        Thread.sleep(250);
      } while (System.nanoTime() < end);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Refusal(otherwise);
  }

  private static int status(HttpClient client, HttpRequest request) throws InterruptedException {
    try {
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0; // nobody there yet
    }
  }

  /** The commit, and whether the files are other than it says. */
  private static String commit() {
    return Command.text(
        "git",
        "describe",
        "--always",
        "--abbrev=40",
        "--dirty",
        "--match",
        "no-tag-is-called-this");
  }

  private static void begin(Path steps, String commit, String second) {
    try {
      if (Files.isDirectory(steps)) {
        try (Stream<Path> old = Files.list(steps)) {
          for (Path file : old.toList()) {
            Files.delete(file);
          }
        }
      }
      Files.createDirectories(steps);
      Files.writeString(
          steps.resolve("image.properties"),
          "git.commit=" + commit + "\nimage.second=" + second + "\n");
    } catch (IOException e) {
      throw new Refusal("The folder " + steps + " cannot be emptied: see who else uses it");
    }
    Step.ended(Report.START, List.of()).write(steps);
  }
}
