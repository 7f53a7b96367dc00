package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes the forge's release notes from the changelog, with a link to all commits. */
public final class WriteNotes {
  private WriteNotes() {}

  /**
   * @param arguments {@code folder} of the project, {@code steps}, {@code version}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    try {
      Changelog changelog =
          new Changelog(Files.readString(given.path("folder").resolve("CHANGELOG.md")));
      Path steps = Files.createDirectories(given.path("steps"));
      Files.writeString(steps.resolve("notes.md"), notes(changelog, given.text("version")));
    } catch (IOException e) {
      throw new Refusal("The release notes cannot be written: " + e.getMessage());
    }
  }

  static String notes(Changelog changelog, String version) {
    String brings = changelog.of(version).orElse("What changed stands in CHANGELOG.md.");
    return changelog
            .link(version)
            .map(link -> brings + "\n\n[Every commit](" + link + ")")
            .orElse(brings)
        + "\n";
  }
}
