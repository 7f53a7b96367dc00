package io.github.ambientgpt.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.core.contract.Part;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A real disk of 40 MB, which becomes full. */
class FullDiskTest {
  @TempDir Path folder;
  private Path disk;
  private ServiceProcess process;
  private Service service;

  @BeforeEach
  void mount() throws Exception {
    disk = Files.createDirectory(folder.resolve("disk"));
    Part.require(
        "A small disk",
        run("mount", "-t", "tmpfs", "-o", "size=40m", "tmpfs", disk.toString()),
        "Linux mounts one for root, or for who may call sudo without a password.");
    // Readiness asks for more room than this disk has.
    process = ServiceProcess.start(disk, List.of("--management.health.diskspace.threshold=1MB"));
    service = process.service();
  }

  @AfterEach
  void unmount() throws Exception {
    if (process != null) {
      process.close();
    }
    run("umount", "-l", disk.toString());
  }

  private static boolean run(String... command) throws InterruptedException {
    List<String> asRoot = new ArrayList<>(List.of("sudo", "-n"));
    asRoot.addAll(List.of(command));
    for (List<String> each : List.of(List.of(command), asRoot)) {
      try {
        if (new ProcessBuilder(each).redirectErrorStream(true).start().waitFor() == 0) {
          return true;
        }
      } catch (IOException e) {
        // there is no such command
      }
    }
    return false;
  }

  /** Takes all that is left but so many bytes. */
  private Path fill(long left) throws IOException {
    Path filler = disk.resolve("filler");
    try (OutputStream out = Files.newOutputStream(filler)) {
      for (long size = Files.getFileStore(disk).getUsableSpace() - left; size > 0; size -= 4096) {
        out.write(new byte[4096]);
      }
    }
    return filler;
  }

  @Test
  void aRecordingThatDoesNotFitIsRefusedAndLeavesNothing() throws IOException {
    String visit = service.encounter("Full").header("Location");
    long before = Files.getFileStore(disk).getUsableSpace();

    service
        .post(visit + "/recordings")
        .file("visit.wav", SpeechSample.wav(500)) // 48 MB
        .send()
        .isProblem(507, "storage-full");

    assertThat(before - Files.getFileStore(disk).getUsableSpace()).isLessThan(1 << 20);
    assertThat(service.get(visit + "/recordings").is(200).json().get("total").asInt()).isZero();
    service.post(visit + "/recordings").file("visit.wav", SpeechSample.wav(2)).send().is(201);
  }

  @Test
  void aDatabaseWithoutRoomSaysSoAndGoesOnWhenThereIsRoom() throws IOException {
    String visit = service.encounter("Full").header("Location");
    Path filler = fill(2 << 20);
    String text =
        JsonMapper.shared()
            .createObjectNode()
            .put("content", "Patient: I cough.\n".repeat(20_000))
            .toString();
    List<String> kept = new ArrayList<>();
    Answer last = service.post(visit + "/transcripts", text);
    for (int i = 0; i < 60 && last.status() == 201; i++) {
      kept.add(last.header("Location"));
      last = service.post(visit + "/transcripts", text);
    }
    last.isProblem(507, "storage-full");

    Files.delete(filler);
    kept.forEach(each -> service.get(each).is(200));
    await() // the database is opened anew
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(500))
        .until(() -> service.post(visit + "/transcripts", text).status() == 201);
    kept.forEach(each -> service.get(each).is(200));
  }
}
