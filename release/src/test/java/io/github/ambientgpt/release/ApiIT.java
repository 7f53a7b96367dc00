package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.release.portal.ThrowAwayKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a release says of a jar that others call, held against the one before: a made-up one. */
class ApiIT {
  private static final String CORE = "core/ambient-gpt-core/";
  private static final String SOURCE = CORE + "src/main/java/org/example/Thing.java";

  @TempDir Path folder;

  @Test
  void aPatchThatBreaksWhatOthersCallIsRefusedAndAMinorIsNot() throws IOException {
    Workspace project = new Workspace(folder);
    project.reactor("core/ambient-gpt-core");
    project.takeAsRoot("release/src/it/small");
    ThrowAwayKey.main(project.path("key").toString());
    String first = release(project, "0.1.0", true).output();
    assertThat(first).contains("Ignoring missing old artifact version");
    publish(project, "0.1.0");
    project.write(
        SOURCE, "package org.example;\n\n/** Nameless. */\npublic final class Thing {}\n");

    Workspace.Outcome patch = release(project, "0.1.1", true);
    Workspace.Outcome minor = release(project, "0.2.0", false);

    assertThat(patch.status()).isNotZero();
    assertThat(patch.errors()).anyMatch(line -> line.contains("org.example.Thing.name()"));
    assertThat(minor.status()).as(minor.output()).isZero();
    assertThat(project.path(CORE + "target/japicmp/api.diff")).content().contains("name()");
  }

  private static Workspace.Outcome release(Workspace project, String version, boolean compatible) {
    return project.maven(
        "-Drevision=" + version,
        "-Dcentral.skip=false",
        "-Dapi.compatible=" + compatible,
        "-Dgpg.keyFilePath=" + project.path("key/key.asc"),
        "-Dsbom.skip=true",
        "verify");
  }

  /** Puts what was made where the next one finds it. */
  private static void publish(Workspace project, String version) throws IOException {
    String name = "ambient-gpt-core-" + version;
    String coordinate = "old/io/github/ambientgpt/ambient-gpt-core/";
    project.write(
        coordinate + "maven-metadata.xml",
        """
        <metadata>
          <groupId>io.github.ambientgpt</groupId>
          <artifactId>ambient-gpt-core</artifactId>
          <versioning><versions><version>%s</version></versions></versioning>
        </metadata>
        """
            .formatted(version));
    project.write(
        coordinate + version + "/" + name + ".pom",
        Files.readString(project.path(CORE + ".flattened-pom.xml")));
    Files.copy(
        project.path(CORE + "target/" + name + ".jar"),
        project.path(coordinate + version + "/" + name + ".jar"));
    String pom = Files.readString(project.path(CORE + "pom.xml"));
    project.write(
        CORE + "pom.xml",
        pom.replace(
            "  <build>",
            "  <repositories><repository><id>old</id><url>%s</url></repository></repositories>\n  <build>"
                .formatted(project.path("old").toUri())));
  }
}
