package io.github.ambientgpt.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.api.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {
  @Test
  void theKeyIsRotatedExportedAndPutBack(@TempDir Path folder) throws IOException {
    Path key = ServiceProcess.key(folder);
    String visit;
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      visit = process.service().encounter("Mrs Miller").header("Location");
      ServiceProcess.Said said = ServiceProcess.command(folder, "keys", "rotate", "--retire");
      assertThat(said.code()).as(said.text()).isZero();
      assertThat(process.service().get(visit).is(200).text()).contains("Mrs Miller");
      process.service().encounter("After the rotation");
      if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
            .isEqualTo("rw-------");
      }
    }
    Path copy = folder.resolve("copy.json");
    assertThat(ServiceProcess.command(folder, "keys", "export", copy.toString()).code()).isZero();
    assertThat(ServiceProcess.command(folder, "keys", "export", copy.toString()).text())
        .contains("There is a file");
    Files.move(key, folder.resolve("lost.json"));
    assertThatThrownBy(() -> ServiceProcess.start(folder, List.of()).close())
        .hasMessageContaining("The key of this data is not at")
        .hasMessageContaining("Put it there")
        .message()
        .doesNotContain("\tat ");
    assertThat(key).doesNotExist();
    ServiceProcess.Said imported =
        ServiceProcess.command(folder, "keys", "import", copy.toString());
    assertThat(imported.code()).as(imported.text()).isZero();
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      assertThat(process.service().get(visit).is(200).text()).contains("Mrs Miller");
      assertThat(ServiceProcess.command(folder, "audit", "verify").code()).isZero();
    }
  }

  @Test
  void anotherKeyAndOneBesideTheDataAreRefused(@TempDir Path folder) throws IOException {
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      process.service().encounter("Mrs Miller");
    }
    Path other = folder.resolve("other");
    try (ServiceProcess process = ServiceProcess.start(other, List.of())) {
      process.service().encounter("Mr Smith");
    }
    assertThatThrownBy(
            () ->
                ServiceProcess.start(
                        folder, List.of("ambient-gpt.keys.file=" + ServiceProcess.key(other)))
                    .close())
        .hasMessageContaining("is not the one of this data");
    assertThatThrownBy(
            () ->
                ServiceProcess.start(
                        folder,
                        List.of(
                            "ambient-gpt.keys.file=" + folder.resolve("data").resolve("k.json")))
                    .close())
        .hasMessageContaining("lies in the folder of the data");
  }
}
