package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What was pushed is, under one name, an image for each processor that the build is for. */
class PlatformsIT {
  @Test
  void theRegistryHasEachImageForEachProcessor() {
    Images images = Images.tested();
    assumeTrue(images.pushed(), "No image was pushed: -Prelease,rehearsal deploy does");
    String[] wanted =
        Stream.of(System.getProperty("smoke.platforms").split(","))
            .distinct()
            .map("linux/"::concat)
            .toArray(String[]::new);

    assertThat(images.byName()).isNotEmpty();
    assertThat(images.byName())
        .allSatisfy(
            (name, image) -> assertThat(platforms(image)).containsExactlyInAnyOrder(wanted));
  }

  private static Stream<String> platforms(String image) {
    String manifest =
        Boolean.getBoolean("smoke.insecure")
            ? Docker.run(Map.of(), "manifest", "inspect", "--insecure", image)
            : Docker.run(Map.of(), "manifest", "inspect", image);
    return JsonMapper.shared()
        .readTree(manifest)
        .path("manifests")
        .valueStream()
        .map(each -> each.get("platform"))
        .map(each -> each.get("os").asString() + "/" + each.get("architecture").asString());
  }
}
