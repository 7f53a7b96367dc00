package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the image modules are told of this build, in a file that the POM reads.
 *
 * @param commit the commit, with {@code -dirty} behind it where the files are other than it says
 * @param first the architecture of this machine's Docker, in Docker's words
 * @param second the other one; the same where there is none
 * @param secondSkip whether the other one is not made here
 */
record ImageProperties(String commit, String first, String second, boolean secondSkip) {
  private static final List<String> ARCHITECTURES = List.of("amd64", "arm64");

  /** Of a build that makes no image. */
  static ImageProperties none() {
    return new ImageProperties("none", "none", "none", true);
  }

  /** For this machine alone. */
  static ImageProperties here() {
    String first = Command.text("docker", "version", "--format", "{{.Server.Arch}}");
    if (!ARCHITECTURES.contains(first)) {
      throw new Refusal(
          "The images are for " + ARCHITECTURES + ", and Docker here is for " + first);
    }
    return new ImageProperties(described(), first, first, true);
  }

  /** With the other architecture, too. */
  ImageProperties andOther(boolean made) {
    String other = first.equals("amd64") ? "arm64" : "amd64";
    return new ImageProperties(commit, first, other, !made);
  }

  void write(Path steps) {
    try {
      Files.createDirectories(steps);
      Files.writeString(
          steps.resolve("image.properties"),
          "git.commit=%s\nimage.first=%s\nimage.second=%s\nimage.second.skip=%s\n"
              .formatted(commit, first, second, secondSkip));
    } catch (IOException e) {
      throw new Refusal("The folder " + steps + " cannot be written: see who else uses it");
    }
  }

  /** The commit, and whether the files are other than it says. */
  static String described() {
    return Command.text(
        "git",
        "describe",
        "--always",
        "--abbrev=40",
        "--dirty",
        "--match",
        "no-tag-is-called-this");
  }
}
