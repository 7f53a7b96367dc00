package io.github.ambientgpt.release;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Says whether this machine has the Node that makes the page, and which is fetched where it has
 * not. Where none can be, the build leaves the page out.
 */
public final class FindNode {
  private FindNode() {}

  /**
   * @param arguments {@code steps} (the folder for {@code node.properties}), {@code version} (the
   *     oldest that will do, and the one that is fetched), {@code sum} (of its archive; empty: the
   *     one that is known), {@code from} (where it is fetched from), {@code folder} (where it is
   *     unpacked), {@code page} (the folder of what the page is made from), {@code node.skip}
   *     (nobody wants the page), {@code image.skip} (a release needs it), {@code skipTests}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    String version = given.text("version");
    Archive archive = Archive.of("node", version, platform());
    if (!given.text("sum").isBlank()) {
      archive = new Archive("node", version, platform(), given.text("sum"));
    }
    boolean unwanted = given.flag("node.skip");
    String lack = unwanted ? "" : lack(version);
    boolean fetched = !lack.isEmpty() && !archive.sum().isEmpty();
    if (fetched) {
      System.out.printf(
          "%s Node %s is taken from %s: install it, name another place by -Dnode.download, or leave the page out by -Dnode.skip%n",
          lack, version, given.text("from"));
    } else if (!lack.isEmpty()) {
      leaveOut(lack + " Install Node " + version + " or newer, with npm.", given);
    }
    boolean skip = unwanted || !lack.isEmpty() && !fetched;
    Path programs = programs(given.path("folder").resolve(archive.folder()), archive);
    Archive.write(
        given.path("steps"),
        "node",
        properties(
            List.of(
                "node.skip=" + skip,
                "node.packages.skip=" + (skip || hasPackages(given.path("page"))),
                "page.tests.skip=" + (skip || given.flag("skipTests")),
                "node.fetch.skip=" + (!fetched || Files.isDirectory(programs)),
                "node.uri=" + given.text("from") + "/v" + version + "/" + archive.name(),
                "node.folder=" + given.text("folder"),
                "node.fetch.sum=" + archive.sum(),
                "node.npm=" + (fetched ? programs.resolve(npm(archive)) : "npm"),
                "node.path=" + (fetched ? programs + File.pathSeparator : "") + path())));
  }

  private static void leaveOut(String sentence, Arguments given) {
    boolean required = Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED"));
    if (required || !given.flag("image.skip")) {
      throw new Refusal(sentence);
    }
    System.err.println("The page is left out of this build. " + sentence);
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

  /** Whether npm has installed what is locked: it writes its own copy of the lock last of all. */
  private static boolean hasPackages(Path page) {
    Path installed = page.resolve("node_modules/.package-lock.json");
    try {
      return Files.exists(installed)
          && Files.getLastModifiedTime(installed)
                  .compareTo(Files.getLastModifiedTime(page.resolve("package-lock.json")))
              >= 0;
    } catch (IOException e) {
      throw new Refusal("The page's packages cannot be looked at: " + e.getMessage());
    }
  }

  /** On Windows npm is a script, which only the shell can run. */
  private static String[] npm() {
    return Archive.system().equals("windows")
        ? new String[] {"cmd", "/c", "npm", "--version"}
        : new String[] {"npm", "--version"};
  }

  /** In the words of Node's archives. */
  private static String platform() {
    String system = Archive.system().equals("windows") ? "win" : Archive.system();
    return system + (Archive.isArm() ? "-arm64" : "-x64");
  }

  private static Path programs(Path unpacked, Archive archive) {
    return archive.platform().startsWith("win") ? unpacked : unpacked.resolve("bin");
  }

  private static String npm(Archive archive) {
    return archive.platform().startsWith("win") ? "npm.cmd" : "npm";
  }

  private static String path() {
    String path = System.getenv("PATH");
    return path == null ? "" : path;
  }

  /** A backslash, as Windows has in its paths, means something in a file of properties. */
  private static String properties(List<String> lines) {
    return String.join("\n", lines).replace("\\", "\\\\") + "\n";
  }
}
