package io.github.ambientgpt.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ImagesTest {
  @Test
  void aListNamesItsPlatforms() {
    String list =
        """
        {"manifests": [
          {"platform": {"os": "linux", "architecture": "amd64"}},
          {"platform": {"os": "linux", "architecture": "arm64"}}]}
        """;

    assertThat(Images.platforms(list.getBytes(UTF_8)))
        .containsExactly("linux/amd64", "linux/arm64");
  }

  @Test
  void aSizeIsThatOfConfigurationAndLayers() {
    String manifest =
        "{\"config\": {\"size\": 10}, \"layers\": [{\"size\": 200}, {\"size\": 3000}]}";

    assertThat(Images.bytes("registry/api", manifest.getBytes(UTF_8))).isEqualTo(3210);
  }

  @Test
  void aDigestIsTheSumOfTheManifestAsItCame() {
    assertThat(Images.digest(new byte[0]))
        .isEqualTo("sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }
}
