package io.github.ambientgpt.release;

import java.lang.module.ModuleDescriptor.Version;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tags that a version's images bear. */
final class Tags {
  private static final Pattern RELEASE = Pattern.compile("((\\d+)\\.\\d+)\\.\\d+");

  private Tags() {}

  /**
   * Those of a version's tags that may move to it: none goes back from a newer one, as after a
   * hot-fix of an older line.
   *
   * @param there the tags that there are
   */
  static List<String> forwards(String version, Collection<String> there) {
    return of(version).stream()
        .filter(tag -> tag.equals(version) || there.stream().noneMatch(t -> newer(t, version, tag)))
        .toList();
  }

  private static boolean newer(String other, String version, String tag) {
    Matcher release = RELEASE.matcher(other);
    return release.matches()
        && of(other).contains(tag)
        && Version.parse(other).compareTo(Version.parse(version)) > 0;
  }

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
