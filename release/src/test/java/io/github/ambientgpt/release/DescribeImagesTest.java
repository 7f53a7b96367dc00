package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DescribeImagesTest {
  @TempDir Path folder;

  @Test
  void aPackageOfTheSystemIsListedAndTwoListsAreTheSame() throws IOException {
    requireSyft();
    write("etc/os-release", "ID=alpine\nVERSION_ID=3.22.1\n");
    write("lib/apk/db/installed", "P:nginx\nV:1.28.0-r3\nA:x86_64\nL:BSD-2-Clause\n\n");

    byte[] contents = DescribeImages.contents("dir:" + folder, "frontend", "1.2.3");

    JsonNode document = JsonMapper.shared().readTree(contents);
    assertThat(document.get("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(document.at("/metadata/component/name").asString()).isEqualTo("frontend");
    assertThat(document.at("/metadata/component/version").asString()).isEqualTo("1.2.3");
    assertThat(document.get("components").valueStream().map(c -> c.path("purl").asString("")))
        .anyMatch(purl -> purl.startsWith("pkg:apk/alpine/nginx@1.28.0-r3"));
    assertThat(DescribeImages.contents("dir:" + folder, "frontend", "1.2.3")).isEqualTo(contents);
  }

  @Test
  void aReleaseWithoutSyftDoesNotStart() {
    assertThatThrownBy(() -> DescribeImages.require("no-such-syft"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("nothing was published")
        .hasMessageContaining("put syft on the PATH");
  }

  @Test
  void whatAnEarlierReleaseListedIsForgotten() throws IOException {
    write("contents/old.cdx.json", "{}");

    DescribeImages.main(
        "folder=" + folder.resolve("contents"),
        "steps=" + folder.resolve("steps"),
        "rehearsal.skip=false",
        "version=0.0.0");

    assertThat(DescribeImages.files(folder.resolve("contents"))).isEmpty();
  }

  private static void requireSyft() {
    boolean there = DescribeImages.isPossible(DescribeImages.SYFT);
    assumeTrue(
        there || Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED")),
        "There is no syft on the PATH, so nothing is listed with it");
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
