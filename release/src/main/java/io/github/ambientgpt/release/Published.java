package io.github.ambientgpt.release;

import java.util.List;

/**
 * One thing that was published.
 *
 * @param kind {@code image}, {@code chart} or {@code jar}
 * @param name its name, without version
 * @param where every address it now has
 * @param digest {@code sha256:} and 64 hex digits
 * @param bytes what someone who takes it downloads; of an image, its largest platform
 */
record Published(String kind, String name, List<String> where, String digest, long bytes) {
  Published {
    where = List.copyOf(where);
  }

  /** Its first address by digest instead of by tag. */
  String pinned() {
    String first = where.get(0);
    return first.substring(0, first.lastIndexOf(':')) + "@" + digest;
  }
}
