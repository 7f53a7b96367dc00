package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.Files;

/**
 * Begins a build: what an earlier one in this folder found, pushed or gathered is none of it, above
 * all where the earlier one was a release and this one only tries what it makes itself.
 */
public final class ForgetEarlierBuild {
  private ForgetEarlierBuild() {}

  /**
   * @param arguments {@code steps} (where the modules of a build tell each other what they did),
   *     {@code staging} (where Central's plugin gathers its bundle)
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    Folders.delete(given.path("staging"));
    Folders.delete(given.path("steps"));
    Files.createDirectories(given.path("steps"));
  }
}
