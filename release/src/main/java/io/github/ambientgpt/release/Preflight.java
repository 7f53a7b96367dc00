package io.github.ambientgpt.release;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks, before anything is published, whether every destination answers, takes this login and
 * holds nothing that would be overwritten; stops the release with one sentence if not.
 */
public final class Preflight {
  private Preflight() {}

  /**
   * @param arguments {@code image.skip}, {@code chart.skip}, {@code central.skip}, {@code
   *     rehearsal.skip} as in the POM; {@code repositories} (of images, with commas), {@code
   *     images} (their names, with commas), {@code chart} (its path below the first repository),
   *     {@code insecure} (plain HTTP), {@code sbom.images.skip} (nobody needs to know what is in
   *     the images), {@code central} (the portal's address), {@code key} (file of the key that
   *     signs; the variable MAVEN_GPG_KEY does as well), {@code portal} (port of the rehearsal's
   *     portal), {@code bases} (see {@link Bases}), {@code others} (what of the architecture that
   *     is not this machine's: {@code build}, {@code none} or {@code pushed}), {@code group},
   *     {@code version}, {@code steps}, {@code uploaded} (see {@link Uploaded}), {@code patience}
   *     (seconds to wait for an answer)
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    boolean images = !given.flag("image.skip");
    boolean chart = !given.flag("chart.skip");
    boolean central = !given.flag("central.skip");
    boolean rehearsal = !given.flag("rehearsal.skip");
    String version = given.text("version");
    boolean release = !version.endsWith("-SNAPSHOT");
    if (central && !release) {
      throw new Refusal(
          "Maven Central takes no "
              + version
              + ": release from a tag made by release:prepare, or rehearse with -Prelease,rehearsal");
    }
    if (central) {
      key(given.text("key"));
    }
    String commit = images || chart || central ? ImageProperties.described() : "none";
    boolean begun = false;
    if (images || chart) {
      Destinations destinations = destinations(given, images, chart);
      destinations.requireReady(
          rehearsal
              ? "start a registry there, as with: docker run -d -p 127.0.0.1:5000:5000 registry:2"
              : "see whether this machine reaches it, or name another with -Drelease.images=HOST/ORG");
      begun = release && !rehearsal && destinations.begun(version, commit);
      Docker.require();
    }
    if (images && release && !rehearsal && !given.flag("sbom.images.skip")) {
      DescribeImages.require(DescribeImages.SYFT);
    }
    if (central && rehearsal) {
      free(Integer.parseInt(given.text("portal")));
    }
    boolean sent = central && !rehearsal && sent(given, version, commit, begun);
    if (release && !rehearsal && commit.endsWith("-dirty")) {
      throw new Refusal(
          "The files here are other than their commit says, so nothing was published: release from a checkout of the tag, without changes");
    }
    Path steps = given.path("steps");
    upload(steps, !central || sent);
    ImageProperties of =
        images
            ? architectures(given, rehearsal)
            : chart ? ImageProperties.here() : ImageProperties.none();
    of.write(steps);
    Step.ended(Report.START, List.of()).write(steps);
  }

  private static ImageProperties architectures(Arguments given, boolean rehearsal) {
    ImageProperties here = ImageProperties.here();
    switch (given.text("others")) {
      case "none":
        return here;
      case "pushed":
        return here.andOther(false);
      case "build":
        if (rehearsal && !Bases.provide(Stream.of(given.text("bases").split(",")))) {
          System.out.println(
              "The base images here are for amd64 only, and so are the rehearsed ones");
          return here;
        }
        return here.andOther(true);
      default:
        throw new Refusal("image.others is build, none or pushed, but is: " + given.text("others"));
    }
  }

  private static Destinations destinations(Arguments given, boolean images, boolean chart) {
    return new Destinations(
        List.of(given.text("repositories").split(",")),
        images ? List.of(given.text("images").split(",")) : List.of(),
        chart ? given.text("chart") : "",
        given.flag("insecure"),
        Duration.ofSeconds(Long.parseLong(given.text("patience"))));
  }

  private static void key(String file) {
    String key = System.getenv("MAVEN_GPG_KEY");
    if ((key == null || key.isBlank()) && !Files.isRegularFile(Path.of(file))) {
      throw new Refusal(
          "There is no key to sign the jars with, so nothing was published: put an armored primary key into"
              + " MAVEN_GPG_KEY (gpg --export-secret-keys --armor) and its passphrase into MAVEN_GPG_PASSPHRASE");
    }
  }

  /** Whether Central has the jars from an earlier run of this release. */
  private static boolean sent(Arguments given, String version, String commit, boolean begun) {
    CentralPortal portal = CentralPortal.at(given.text("central"));
    Uploaded uploaded = Uploaded.in(given.path("uploaded"));
    boolean sent = uploaded.is(version, commit);
    if (portal.published(given.text("group"), "ambient-gpt-bom", version)) {
      if (!begun && !sent) {
        throw new Refusal(
            "Maven Central has a version %s already, and what is there stays, so nothing was published: release another version"
                .formatted(version));
      }
      sent = true;
    }
    if (sent) {
      System.out.println(
          "Maven Central has got " + version + " from this commit; it is not sent again");
    }
    return sent;
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

  private static void upload(Path steps, boolean skipped) {
    try {
      Files.createDirectories(steps);
      Files.writeString(
          steps.resolve("central.properties"), "central.upload.skip=" + skipped + "\n");
    } catch (IOException e) {
      throw new Refusal("The folder " + steps + " cannot be written to: see who else uses it");
    }
  }
}
