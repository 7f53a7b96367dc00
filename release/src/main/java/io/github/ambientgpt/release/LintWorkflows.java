package io.github.ambientgpt.release;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Has actionlint look at the workflows under {@code .github}. It is run from its source, before
 * anything is compiled, so it stands alone.
 */
public final class LintWorkflows {
  private static final String CURE =
      "go install github.com/rhysd/actionlint/cmd/actionlint@v1.7.12";

  private LintWorkflows() {}

  /**
   * @param arguments the project's folder
   */
  public static void main(String... arguments) throws IOException, InterruptedException {
    if (!isThere()) {
      boolean required = Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED"));
      System.err.println(
          "There is no actionlint on the PATH"
              + (required ? ": " : ", so the workflows are not checked: ")
              + CURE);
      System.exit(required ? 1 : 0);
    }
    Process actionlint =
        new ProcessBuilder("actionlint", "-no-color")
            .directory(new File(arguments[0]))
            .inheritIO()
            .start();
    System.exit(actionlint.waitFor());
  }

  private static boolean isThere() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .flatMap(
            folder -> Stream.of("actionlint", "actionlint.exe").map(name -> Path.of(folder, name)))
        .anyMatch(Files::isExecutable);
  }
}
