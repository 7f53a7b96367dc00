package io.github.ambientgpt.release;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A program of the machine's, run to its end. */
final class Command {
  private Command() {}

  /**
   * Runs a program and gives what it wrote to its standard output.
   *
   * @throws Refusal if it is not there or fails; the sentence ends with the program's last line
   */
  static byte[] run(List<String> command) {
    Path errors = null;
    try {
      errors = Files.createTempFile("command", ".err");
      Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
      process.getOutputStream().close();
      byte[] output;
      try (InputStream stream = process.getInputStream()) {
        output = stream.readAllBytes();
      }
      if (process.waitFor() != 0) {
        throw new Refusal(
            String.join(" ", command) + " failed: " + lastLine(Files.readString(errors)));
      }
      return output;
    } catch (IOException e) {
      throw new Refusal(
          command.get(0) + " cannot be run; install it, and see that it is on the PATH");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while waiting for " + command.get(0));
    } finally {
      delete(errors);
    }
  }

  static String text(String... command) {
    return new String(run(List.of(command)), StandardCharsets.UTF_8).strip();
  }

  private static String lastLine(String text) {
    return text.lines()
        .filter(line -> !line.isBlank())
        .reduce((a, b) -> b)
        .orElse("no reason given");
  }

  private static void delete(Path file) {
    if (file != null) {
      file.toFile().delete();
    }
  }
}
