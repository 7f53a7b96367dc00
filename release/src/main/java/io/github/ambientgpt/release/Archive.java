package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/**
 * A tool's own archive for a platform, which a plugin fetches by what is written here. Its checksum
 * stands in {@code archives.properties}; one that does not is not fetched.
 *
 * @param tool as in {@code node}
 * @param version without a v
 * @param platform in the words of the tool's maker, as in linux-x64
 * @param sum its SHA-256; empty where nobody knows it
 */
record Archive(String tool, String version, String platform, String sum) {

  static Archive of(String tool, String version, String platform) {
    Properties sums = new Properties();
    try (InputStream in = Archive.class.getResourceAsStream("/archives.properties")) {
      sums.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String sum = sums.getProperty(tool + "-" + version + "-" + platform, "");
    return new Archive(tool, version, platform, sum);
  }

  /** As in node-v20.19.0-linux-x64. */
  String folder() {
    return tool + "-v" + version + "-" + platform;
  }

  String name() {
    return folder() + (platform.startsWith("win") ? ".zip" : ".tar.gz");
  }

  /** This machine's system: {@code darwin}, {@code linux} or {@code windows}. */
  static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : "linux";
  }

  static boolean isArm() {
    return System.getProperty("os.arch").equals("aarch64");
  }

  /** For the POM that fetches it. */
  static void write(Path steps, String tool, String properties) {
    try {
      Files.createDirectories(steps);
      Files.writeString(steps.resolve(tool + ".properties"), properties);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
