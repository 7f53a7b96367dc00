package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code release:prepare} makes of this project's POM and changelog after some commits. */
class PrepareIT {
  private static final String EMPTY =
      """
      <project>
        <modelVersion>4.0.0</modelVersion>
        <parent>
          <groupId>io.github.ambientgpt</groupId>
          <artifactId>ambient-gpt</artifactId>
          <version>${revision}</version>
        </parent>
        <artifactId>ambient-gpt-release</artifactId>
        <packaging>pom</packaging>
      </project>
      """;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "fix(core): one thing, 1.2.4",
    "feat(api): another, 1.3.0",
    "feat(api)!: routes are called otherwise, 2.0.0"
  })
  void theCommitsSinceTheLastTagDecide(String message, String version) throws IOException {
    Workspace project = new Workspace(folder);
    project.reactor("release");
    project.write("release/pom.xml", EMPTY);
    project.commit("feat!: before the tag");
    project.commit("chore(release): v1.2.3");
    project.git("tag", "v1.2.3");
    project.commit(message);

    project.succeedingMaven("release:prepare", "-DdryRun=true");

    Properties prepared = new Properties();
    try (InputStream file = Files.newInputStream(folder.resolve("release.properties"))) {
      prepared.load(file);
    }
    assertThat(prepared.getProperty("project.rel.io.github.ambientgpt:ambient-gpt"))
        .isEqualTo(version);
    assertThat(prepared.getProperty("scm.tag")).isEqualTo("v" + version);
  }

  @Test
  void theTaggedCommitHoldsTheChangelogAndEveryMessageIsConventional() throws IOException {
    Workspace project = new Workspace(folder);
    project.reactor("release");
    project.take("release", "CHANGELOG.md", ".env.example");
    project.commit("chore(release): v1.2.3");
    project.git("tag", "v1.2.3");
    project.commit("feat: a thing");

    project.succeedingMaven("release:prepare");

    Changelog tagged = new Changelog(project.git("show", "v1.3.0:CHANGELOG.md"));
    assertThat(tagged.of("1.3.0").orElseThrow()).contains("### Added");
    assertThat(tagged.link("1.3.0").orElseThrow()).endsWith("v1.3.0");
    assertThat(project.git("show", "v1.3.0:.env.example")).contains("AMBIENT_GPT_VERSION=1.3.0");
    assertThat(project.git("show", "v1.3.0:pom.xml")).contains("<revision>1.3.0</revision>");
    assertThat(project.git("show", "v1.3.0:release/pom.xml"))
        .contains("<version>${revision}</version>");
    assertThat(project.git("show", "HEAD:pom.xml")).contains("<revision>1.3.1-SNAPSHOT</revision>");
    assertThat(
            CommitMessages.faults(project.git("log", "--format=%s", "v1.2.3..").lines().toList()))
        .isEmpty();
    assertThat(project.git("status", "--porcelain", "--untracked-files=no")).isEmpty();
  }
}
