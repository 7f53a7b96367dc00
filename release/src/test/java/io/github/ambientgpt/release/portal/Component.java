package io.github.ambientgpt.release.portal;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a bundle holds under one coordinate.
 *
 * @param group as in {@code org.example}
 * @param files content by file name, sorted
 */
record Component(String group, String artifact, String version, Map<String, byte[]> files) {
  Component {
    files = new TreeMap<>(files);
  }

  String purl() {
    return "pkg:maven/" + group + "/" + artifact + "@" + version;
  }

  String folder() {
    return group.replace('.', '/') + "/" + artifact + "/" + version;
  }

  /** The content of {@code artifact-version<ending>}; null if there is none. */
  byte[] file(String ending) {
    return files.get(artifact + "-" + version + ending);
  }

  boolean has(String ending) {
    return file(ending) != null;
  }
}
