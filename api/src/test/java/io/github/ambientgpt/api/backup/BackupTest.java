package io.github.ambientgpt.api.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Postgres;
import io.github.ambientgpt.api.S3Server;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.ServiceProcess.Said;
import io.github.ambientgpt.api.SpeechSample;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The drill: what a clinic does on the day after its disk broke, and when it outgrows H2. */
class BackupTest {
  private static final byte[] WAV = SpeechSample.wav(2);
  private static final String VISIT =
      "{\"content\": \"Doctor: What brings you in?\\nPatient: A dry cough for two weeks.\\nDoctor: Take ibuprofen 400 milligrams twice a day.\"}";

  /** What has to be the same afterwards. */
  private record Kept(String note, JsonNode signed, String recording) {
    static Kept in(Service service) {
      return in(service, "Mrs Miller");
    }

    static Kept in(Service service, String label) {
      String path = service.encounter(label).header("Location");
      String recording =
          service
              .post(path + "/recordings")
              .file("visit.wav", WAV)
              .send()
              .is(201)
              .header("Location");
      service.post(path + "/transcripts", VISIT).is(201);
      Answer note = service.result(service.post(path + "/notes").send());
      String notePath = "/api/v1/notes/" + note.json().get("id").asString();
      Answer edited =
          service
              .post(notePath + "/statements")
              .json("{\"section\": \"Plan\", \"text\": \"Ibuprofen 400 mg twice a day.\"}")
              .ifMatch(note)
              .send()
              .is(200);
      Answer signed =
          service.post(notePath + ":sign").json("{\"seen\": true}").ifMatch(edited).send().is(200);
      return new Kept(notePath, signed.json(), recording);
    }

    void isIn(Service service) {
      assertThat(service.get(note).is(200).json()).isEqualTo(signed);
      assertThat(service.get(recording + "/audio").is(200).http().body()).isEqualTo(WAV);
      assertThat(service.get("/api/v1/encounters?q=miller").json().get("total").asInt())
          .isEqualTo(1);
    }
  }

  private static Said command(Path folder, String... arguments) {
    return ServiceProcess.command(folder, arguments);
  }

  @Test
  void aRunningSystemIsBackedUpAndRestoredIntoAnEmptyOne(@TempDir Path folder) throws IOException {
    Path old = folder.resolve("old");
    Path young = folder.resolve("young");
    String backup = folder.resolve("backup.zip").toString();
    String key = folder.resolve("key.json").toString();
    Kept kept;
    try (ServiceProcess process = ServiceProcess.start(old, List.of())) {
      kept = Kept.in(process.service());
      Said made = command(old, "backup", backup);
      assertThat(made.code()).as(made.text()).isZero();
      assertThat(command(old, "keys", "export", key).code()).isZero();
      assertThat(command(old, "restore", backup).text()).contains("stop it first");
    }
    assertThat(command(old, "backup", backup).text()).contains("There is a file");
    assertThat(command(old, "restore", backup).text()).contains("There is data here already");
    byte[] whole = Files.readAllBytes(Path.of(backup));
    Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length / 2));
    assertThat(command(young, "restore", cut.toString()).text()).contains("is no backup");
    assertThat(command(young, "restore", backup).text()).contains("keys import");
    assertThat(command(young, "keys", "import", key).code()).isZero();
    Said restored = command(young, "restore", backup);
    assertThat(restored.code()).as(restored.text()).isZero();
    assertThat(restored.text()).contains("Checked: 1 signed notes", "Checked: the audit log");
    try (ServiceProcess process = ServiceProcess.start(young, List.of())) {
      kept.isIn(process.service());
      process.service().encounter("After the restore");
    }
  }

  @Test
  void h2IsMovedToPostgreSql(@TempDir Path folder) throws IOException {
    List<String> there = Postgres.properties();
    Kept kept;
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      kept = Kept.in(process.service());
    }
    List<String> move = new ArrayList<>(List.of("migrate-storage"));
    for (String property : there) {
      String value = property.substring(property.indexOf('=') + 1);
      String name = property.substring(0, property.indexOf('=')).replaceAll(".*\\.", "");
      if (name.equals("password")) {
        Path secret = Files.writeString(folder.resolve("secret"), value + "\n");
        move.add("--database-password-file=" + secret);
      } else {
        move.add("--database-" + name + "=" + value);
      }
    }
    Said moved = command(folder, move.toArray(String[]::new));
    assertThat(moved.code()).as(moved.text()).isZero();
    assertThat(command(folder, move.toArray(String[]::new)).text())
        .contains("There is data in that database already");
    try (ServiceProcess process = ServiceProcess.start(folder, there)) {
      kept.isIn(process.service());
    }
  }

  @Test
  void aFolderIsMovedToABucketGoesOnAfterABreakAndIsBackedUpFromThere(@TempDir Path folder)
      throws IOException {
    Path old = folder.resolve("old");
    Path young = folder.resolve("young");
    String backup = folder.resolve("backup.zip").toString();
    Kept kept;
    try (ServiceProcess process = ServiceProcess.start(old, List.of())) {
      kept = Kept.in(process.service());
      Kept.in(process.service(), "Mrs Baker");
    }
    Path secret = Files.writeString(folder.resolve("secret"), "secret\n");
    try (S3Server bucket = S3Server.start(Files.createDirectory(folder.resolve("s3")))) {
      String[] move = {
        "migrate-storage",
        "--bucket=" + S3Server.BUCKET,
        "--endpoint=" + bucket.endpoint(),
        "--access-key=anybody",
        "--secret-key-file=" + secret
      };
      bucket.stop();
      Said away = command(old, move);
      assertThat(away.code()).isNotZero();
      assertThat(away.text()).contains("the bucket did not answer").doesNotContain(" in io.github");
      Said nowhere =
          command(old, "migrate-storage", "--database-url=jdbc:postgresql://127.0.0.1:1/x");
      assertThat(nowhere.code()).isNotZero();
      assertThat(nowhere.text()).contains("database").doesNotContain(" in com.zaxxer");
      bucket.start();
      assertThat(command(old, move).text()).contains("Blobs: 2 are the same there, of which 2");
      assertThat(command(old, move).text()).contains("Blobs: 2 are the same there, of which 0");

      try (Stream<Path> blobs = Files.walk(old.resolve("data").resolve("blobs"))) {
        for (Path blob : blobs.filter(Files::isRegularFile).toList()) {
          Files.delete(blob); // so that nothing but the bucket has them
        }
      }
      try (ServiceProcess process = ServiceProcess.start(old, bucket.properties())) {
        kept.isIn(process.service());
        Said made = command(old, "backup", backup);
        assertThat(made.text()).contains("2 blobs");
      }
    }
    String key = folder.resolve("key.json").toString();
    assertThat(command(old, "keys", "export", key).code()).isZero();
    assertThat(command(young, "keys", "import", key).code()).isZero();
    assertThat(command(young, "restore", backup).text()).contains("Checked: 2 signed notes");
    try (ServiceProcess process = ServiceProcess.start(young, List.of())) {
      kept.isIn(process.service());
    }
  }
}
