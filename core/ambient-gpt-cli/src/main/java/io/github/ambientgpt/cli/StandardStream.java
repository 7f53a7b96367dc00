package io.github.ambientgpt.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A standard stream, and whether a person is at its other end. Java cannot tell for one stream
 * alone: Linux can, the launch script can, and otherwise all of them decide together.
 */
enum StandardStream {
  OUT(1),
  ERR(2);

  private final int descriptor;

  StandardStream(int descriptor) {
    this.descriptor = descriptor;
  }

  boolean isTerminal() {
    String told = System.getProperty("ambient-gpt.terminal." + descriptor);
    if (told != null) {
      return Boolean.parseBoolean(told);
    }
    Path link = Path.of("/proc/self/fd/" + descriptor);
    if (Files.isSymbolicLink(link)) {
      try {
        String target = Files.readSymbolicLink(link).toString();
        return target.startsWith("/dev/pts/")
            || target.startsWith("/dev/tty")
            || target.equals("/dev/console");
      } catch (IOException e) {
        return false;
      }
    }
    return consoleIsTerminal();
  }

  /** From Java 22 there is a console even where there is no terminal. */
  private static boolean consoleIsTerminal() {
    if (System.console() == null) {
      return false;
    }
    try {
      return (Boolean) java.io.Console.class.getMethod("isTerminal").invoke(System.console());
    } catch (ReflectiveOperationException e) {
      return true; // before Java 22
    }
  }
}
