package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckBundleTest {
  @TempDir Path folder;

  @BeforeEach
  void twoArtifacts() throws IOException {
    file("core/1.0/core-1.0.jar");
    file("core/1.0/core-1.0-cyclonedx.json");
    file("audio/1.0/audio-1.0.pom");
  }

  @Test
  void whatIsWantedAndFewPasses() {
    assertThatCode(() -> check("core,audio", 3)).doesNotThrowAnyException();
  }

  @Test
  void whatNobodyWantsThereIsNamed() {
    assertThatThrownBy(() -> check("core", 3))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("would get [audio]");
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> check("core,audio,export", 3))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("lack [export]");
  }

  @Test
  void aJarWithoutTheListOfWhatIsInItIsNamed() throws IOException {
    file("audio/1.0/audio-1.0.jar");

    assertThatThrownBy(() -> check("core,audio", 9))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("[audio-1.0.jar] would go to Maven Central without a list");
  }

  @Test
  void anotherVersionIsSurplus() throws IOException {
    file("core/0.9/core-0.9.jar");

    assertThatThrownBy(() -> check("core,audio", 9)).hasMessageContaining("would get [core:0.9]");
  }

  @Test
  void tooManyFilesAreRefused() {
    assertThatThrownBy(() -> check("core,audio", 2))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("has 3 files (2 at most)");
  }

  /** The list that the release checks against, held against what the modules say of themselves. */
  @Test
  void theListOfArtifactsIsWhatTheModulesPublish() throws IOException {
    Path core = Workspace.ROOT.resolve("core");
    Matcher jars =
        Pattern.compile("<release.jars>(.*)</release.jars>")
            .matcher(Files.readString(core.resolve("ambient-gpt-bom/pom.xml")));
    assertThat(jars.find()).isTrue();
    TreeSet<String> published = new TreeSet<>(List.of("ambient-gpt-bom"));
    try (Stream<Path> modules = Files.list(core)) {
      for (Path module : modules.filter(m -> Files.exists(m.resolve("pom.xml"))).toList()) {
        if (Files.readString(module.resolve("pom.xml"))
            .contains("<publish.skip>${central.skip}</publish.skip>")) {
          published.add(module.getFileName().toString());
        }
      }
    }
    assertThat((jars.group(1) + ",ambient-gpt-bom").split(","))
        .containsExactlyInAnyOrderElementsOf(published);
  }

  private void check(String jars, int files) throws IOException {
    CheckBundle.main(
        "staging=" + folder, "jars=" + jars, "files=" + files, "megabytes=1", "version=1.0");
  }

  private void file(String name) throws IOException {
    Path file = folder.resolve("org/example/" + name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
  }
}
