package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FindNodeTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"18.20.4, true", "20.9.0, true", "20.19.0, false", "20.20.2, false", "24.0.0, false"})
  void versionsAreComparedByTheirNumbers(String version, boolean older) {
    assertThat(FindNode.isOlder(version, "20.19.0")).isEqualTo(older);
  }

  @ParameterizedTest
  @ValueSource(strings = {"darwin-arm64", "darwin-x64", "linux-arm64", "linux-x64", "win-x64"})
  void ofEachPlatformTheVersionThatIsFetchedHasAKnownChecksum(String platform) {
    assertThat(Archive.of("node", "20.19.0", platform).sum()).matches("[0-9a-f]{64}");
  }

  @Test
  void oneThatIsNewerThanTheMachinesIsFetchedByTheChecksumThatIsNamed() throws IOException {
    Properties found = find("999.0.0", "ab".repeat(32), false);

    assertThat(found)
        .containsEntry("node.skip", "false")
        .containsEntry("node.fetch.skip", "false")
        .containsEntry("node.fetch.sum", "ab".repeat(32));
    assertThat(found.getProperty("node.uri"))
        .startsWith("https://example.org/node/v999.0.0/node-v999.0.0-");
    Path npm = Path.of(found.getProperty("node.npm"));
    assertThat(npm).startsWithRaw(folder.resolve("node"));
    assertThat(found.getProperty("node.path")).startsWith(npm.getParent().toString());
  }

  @Test
  void oneWithoutAKnownChecksumIsNotFetchedAndThePageIsLeftOut() throws IOException {
    if (Boolean.parseBoolean(System.getenv("AMBIENT_GPT_PARTS_REQUIRED"))) {
      return; // there, the page is never left out
    }
    assertThat(find("999.0.0", "", false))
        .containsEntry("node.skip", "true")
        .containsEntry("page.tests.skip", "true")
        .containsEntry("node.fetch.skip", "true");
  }

  @Test
  void whoWantsNoPageFetchesNothing() throws IOException {
    assertThat(find("999.0.0", "ab".repeat(32), true))
        .containsEntry("node.skip", "true")
        .containsEntry("page.tests.skip", "true")
        .containsEntry("node.fetch.skip", "true");
  }

  @Test
  void packagesAreInstalledOnceForALock() throws IOException {
    assertThat(find("999.0.0", "ab".repeat(32), false))
        .containsEntry("node.packages.skip", "false");

    Path lock = Files.writeString(folder.resolve("package-lock.json"), "{}");
    Files.createDirectory(folder.resolve("node_modules"));
    assertThat(find("999.0.0", "ab".repeat(32), false))
        .containsEntry("node.packages.skip", "false");

    Path installed = Files.writeString(folder.resolve("node_modules/.package-lock.json"), "{}");
    Files.setLastModifiedTime(installed, FileTime.fromMillis(2000));
    Files.setLastModifiedTime(lock, FileTime.fromMillis(1000));
    assertThat(find("999.0.0", "ab".repeat(32), false)).containsEntry("node.packages.skip", "true");

    Files.setLastModifiedTime(lock, FileTime.fromMillis(3000));
    assertThat(find("999.0.0", "ab".repeat(32), false))
        .containsEntry("node.packages.skip", "false");
  }

  private Properties find(String version, String sum, boolean unwanted) throws IOException {
    FindNode.main(
        "folder=" + folder.resolve("node"),
        "from=https://example.org/node",
        "image.skip=true",
        "node.skip=" + unwanted,
        "page=" + folder,
        "skipTests=false",
        "steps=" + folder,
        "sum=" + sum,
        "version=" + version);
    Properties found = new Properties();
    found.load(Files.newBufferedReader(folder.resolve("node.properties")));
    return found;
  }
}
