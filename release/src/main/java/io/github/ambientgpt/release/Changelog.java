package io.github.ambientgpt.release;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code CHANGELOG.md}: what users notice, written by hand under "Unreleased" with each change, in
 * the groups of Keep a Changelog; each version's heading leads to its commits.
 *
 * @param text of the file, with bare line feeds
 */
record Changelog(String text) {
  private static final String UNRELEASED = "## Unreleased";
  private static final Pattern VERSION = Pattern.compile("(?m)^## \\[([^\\]]+)\\]");
  private static final Pattern GROUP =
      Pattern.compile("(?m)^### (Added|Changed|Deprecated|Removed|Fixed|Security)$");
  // Where a section ends: at the next heading, or at the links below the last.
  private static final Pattern END = Pattern.compile("(?m)^(## |\\[[^\\]]+\\]: )");

  Changelog {
    text = text.replace("\r\n", "\n");
  }

  /**
   * Gives what is unreleased a version.
   *
   * @param project its address at the forge
   * @throws Refusal when nothing is unreleased, or stands in no group
   */
  Changelog cut(String version, LocalDate day, String project) {
    String unreleased = section(UNRELEASED).orElse("");
    if (unreleased.isBlank()) {
      throw new Refusal(
          "CHANGELOG.md has nothing under Unreleased: say there what users notice of this release");
    }
    if (!GROUP.matcher(unreleased).find()) {
      throw new Refusal(
          "What CHANGELOG.md has under Unreleased stands in no group: put ### Added, Changed,"
              + " Deprecated, Removed, Fixed or Security above it");
    }
    String heading = UNRELEASED + "\n\n## [%s] - %s".formatted(version, day);
    String link =
        latest()
            .map(before -> "%s/compare/v%s...v%s".formatted(project, before, version))
            .orElse("%s/commits/v%s".formatted(project, version));
    return new Changelog(
        text.replaceFirst(UNRELEASED, heading).stripTrailing()
            + (latest().isPresent() ? "\n" : "\n\n")
            + "[%s]: %s\n".formatted(version, link));
  }

  /** What a version brings, without its heading; empty when it is not there. */
  Optional<String> of(String version) {
    return section("## [" + version + "]");
  }

  /** Where a version's commits are; empty when it is not there. */
  Optional<String> link(String version) {
    String start = "[" + version + "]: ";
    return text.lines()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length()))
        .findFirst();
  }

  private Optional<String> latest() {
    Matcher version = VERSION.matcher(text);
    return version.find() ? Optional.of(version.group(1)) : Optional.empty();
  }

  private Optional<String> section(String heading) {
    Matcher start = Pattern.compile("(?m)^" + Pattern.quote(heading) + ".*$").matcher(text);
    if (!start.find()) {
      return Optional.empty();
    }
    return Optional.of(END.split(text.substring(start.end()), 2)[0].strip());
  }
}
