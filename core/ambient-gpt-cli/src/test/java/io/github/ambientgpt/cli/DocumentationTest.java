package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentationTest {
  private static final Path ROOT = Path.of(System.getProperty("project.root"));
  private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\w*)\n((?:.*\n)*?)```$");
  private static final Pattern CLASS = Pattern.compile("(?m)^(?:public )?(?:final )?class (\\w+)");
  private static final String PROMPT = "$ ";

  @TempDir Path folder;

  private static String text(Path file) throws IOException {
    return Files.readString(file).replace("\r\n", "\n");
  }

  private static List<String> blocks(String file, String language) throws IOException {
    return BLOCK
        .matcher(text(ROOT.resolve(file)))
        .results()
        .filter(block -> block.group(1).equals(language))
        .map(block -> block.group(2))
        .toList();
  }

  /** What the README shows below the command line that has these words. */
  private static String shown(String words) throws IOException {
    String block =
        blocks("README.md", "").stream()
            .filter(text -> text.startsWith(PROMPT) && text.contains(words))
            .findFirst()
            .orElseThrow();
    return Pattern.compile("^\\$ .*\n(?: +\\|.*\n)?").matcher(block).replaceFirst("");
  }

  private Path visit() throws IOException {
    String visit =
        blocks("README.md", "").stream()
            .filter(text -> text.startsWith("Doctor: "))
            .findFirst()
            .orElseThrow();
    return Files.writeString(folder.resolve("visit.txt"), visit);
  }

  @Test
  void the_readme_shows_the_note_that_the_program_writes() throws IOException {
    assertThat(CommandRun.at(folder).run("note", visit()).out())
        .isEqualTo(shown(" note visit.txt"));
  }

  @Test
  void the_readme_shows_what_the_checker_says() throws IOException {
    String note =
        """
        Reports fever.
        Prescribe amoxicillin 250 mg three times a day.
        Crackles in the right lung.
        """;
    assertThat(CommandRun.at(folder).in(note).run("check", "--transcript", visit(), "-").out())
        .isEqualTo(shown(" check --transcript visit.txt"));
  }

  @Test
  void the_provider_that_the_documentation_shows_is_that_of_the_example() throws IOException {
    List<String> shown =
        blocks("docs/providers.md", "java").stream()
            .filter(block -> CLASS.matcher(block).find())
            .toList();

    assertThat(shown).hasSize(3);
    for (String block : shown) {
      MatchResult name = CLASS.matcher(block).results().findFirst().orElseThrow();
      String sources = name.group(1).endsWith("Test") ? "test" : "main";
      Path file =
          ROOT.resolve("examples/custom-provider/src")
              .resolve(sources)
              .resolve("java/org/example/scribe/" + name.group(1) + ".java");
      assertThat(text(file)).contains(block);
    }
  }
}
