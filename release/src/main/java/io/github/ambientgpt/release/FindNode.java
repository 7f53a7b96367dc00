package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Says whether this machine has the Node that makes the page; without it the build leaves the page
 * out.
 */
public final class FindNode {
  private FindNode() {}

  /**
   * @param arguments {@code steps} (the folder for {@code node.properties}), {@code version} (the
   *     oldest that will do), {@code image.skip} (a release needs the page), {@code skipTests}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String wanted = given.text("version");
    String lack = lack(wanted);
    if (!lack.isEmpty()) {
      boolean needed =
          !given.flag("image.skip")
              || Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED"));
      String sentence = lack + " Install Node " + wanted + " or newer, with npm.";
      if (needed) {
        throw new Refusal(sentence);
      }
      System.err.println("The page is left out of this build. " + sentence);
    }
    boolean skip = !lack.isEmpty();
    write(given.path("steps"), skip, skip || given.flag("skipTests"));
  }

  private static String lack(String wanted) {
    try {
      String version = Command.text("node", "--version").replaceFirst("^v", "");
      if (isOlder(version, wanted)) {
        return "Node here is " + version + ", which is too old.";
      }
      Command.text(npm());
      return "";
    } catch (Refusal e) {
      return e.getMessage() + ".";
    }
  }

  static boolean isOlder(String version, String wanted) {
    return Version.parse(version).compareTo(Version.parse(wanted)) < 0;
  }

  /** On Windows npm is a script, which only the shell can run. */
  private static String[] npm() {
    boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
    return windows
        ? new String[] {"cmd", "/c", "npm", "--version"}
        : new String[] {"npm", "--version"};
  }

  private static void write(Path steps, boolean skip, boolean skipTests) {
    try {
      Files.createDirectories(steps);
      Files.writeString(
          steps.resolve("node.properties"),
          "node.skip=%s%npage.tests.skip=%s%n".formatted(skip, skipTests));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
