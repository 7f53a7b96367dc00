package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * While a release is prepared: gives what is unreleased its version, in the commit before the
 * tagged one, and names the version in {@code .env.example}.
 */
public final class CutChangelog {
  private CutChangelog() {}

  /**
   * @param arguments {@code folder} of the project, {@code project} (its address at the forge),
   *     {@code version}; a snapshot, as in a dry run, changes nothing
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String version = given.text("version");
    if (version.endsWith("-SNAPSHOT")) {
      return;
    }
    Path folder = given.path("folder");
    Path changelog = folder.resolve("CHANGELOG.md");
    Path example = folder.resolve(".env.example");
    try {
      Changelog before = new Changelog(Files.readString(changelog));
      if (before.of(version).isPresent()) {
        return; // prepared before, and run again
      }
      LocalDate today = LocalDate.now(ZoneOffset.UTC);
      Files.writeString(changelog, before.cut(version, today, given.text("project")).text());
      Files.writeString(
          example,
          Files.readString(example)
              .replaceFirst("(?m)^AMBIENT_GPT_VERSION=.*$", "AMBIENT_GPT_VERSION=" + version));
    } catch (IOException e) {
      throw new Refusal("CHANGELOG.md or .env.example cannot be written: " + e.getMessage());
    }
    String git = folder.toString();
    Command.text(
        "git",
        "-C",
        git,
        "commit",
        "--quiet",
        "--message",
        "docs(release): what " + version + " brings",
        "--",
        changelog.toString(),
        example.toString());
  }
}
