package io.github.ambientgpt.release;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags that a version's images bear. */
final class Tags {
  private static final Pattern RELEASE = Pattern.compile("((\\d+)\\.\\d+)\\.\\d+");

  private Tags() {}

  /**
   * Version, minor, major and {@code latest}; only the version itself where it is not a plain
   * release.
   */
  static List<String> of(String version) {
    Matcher release = RELEASE.matcher(version);
    return release.matches()
        ? List.of(version, release.group(1), release.group(2), "latest")
        : List.of(version);
  }
}
