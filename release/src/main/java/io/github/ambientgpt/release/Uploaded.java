package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What was sent to Maven Central from this folder: it may still be at work when a release is run
 * again, and must not get the same twice. {@code clean} forgets it.
 *
 * @param version of the release; empty when nothing was sent
 * @param commit that it was made from
 */
record Uploaded(String version, String commit) {
  static Uploaded in(Path file) {
    try {
      String[] parts =
          Files.exists(file) ? Files.readString(file).strip().split(" ") : new String[0];
      return parts.length == 2 ? new Uploaded(parts[0], parts[1]) : new Uploaded("", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path file) {
    try {
      Files.writeString(file, version + " " + commit + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean is(String version, String commit) {
    return equals(new Uploaded(version, commit));
  }
}
