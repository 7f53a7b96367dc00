package io.github.ambientgpt.api.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.SocketClient;
import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.api.storage.Ids;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A visit full of words that stand nowhere else. They are hunted in everything that the service
 * leaves on the disk, while the visit runs and after it: data, database, temporary files, log at
 * level debug; and in what it tells beside the visit itself: figures, headers, problems.
 */
class PlantedWordsTest {
  private static final List<String> WORDS =
      List.of(
          "Zyxwomble",
          "quibberfluke",
          "Vantobrine",
          "Ostwyckham",
          "Pelldronic",
          "Hargrubbel",
          "Tindelquast");
  private static final byte[] SOUND = HexFormat.of().parseHex("c0de5eed01b1a5edfade0ddba11ad0be");

  /** All files below a folder, again and again, since some are there for a moment only. */
  private static final class Hunt {
    private final Path folder;
    private final List<byte[]> prey = new ArrayList<>();
    private final Map<String, String> found = new TreeMap<>();

    Hunt(Path folder) {
      this.folder = folder;
      for (String word : WORDS) {
        for (String form : List.of(word, word.toLowerCase(Locale.ROOT))) {
          for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE)) {
            prey.add(form.getBytes(charset));
          }
        }
      }
      prey.add(SOUND);
    }

    synchronized Hunt now() {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).forEach(this::look);
      } catch (IOException | UncheckedIOException e) {
        // something went away in mid-walk: the next round sees what stays
      }
      return this;
    }

    private void look(Path file) {
      String name = file.getFileName().toString();
      WORDS.stream()
          .filter(word -> name.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT)))
          .forEach(word -> found.put(file.toString(), "named " + word));
      try (FileChannel channel = FileChannel.open(file)) {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 64 << 20));
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {}
        for (byte[] each : prey) {
          if (contains(bytes.array(), bytes.position(), each)) {
            found.put(file.toString(), new String(each, StandardCharsets.UTF_8));
          }
        }
      } catch (NoSuchFileException e) {
        // it was there for a moment
      } catch (IOException e) {
        // a socket, or locked by the system
      }
    }

    private static boolean contains(byte[] all, int length, byte[] part) {
      for (int i = 0; i + part.length <= length; i++) {
        int k = 0;
        while (k < part.length && all[i + k] == part[k]) {
          k++;
        }
        if (k == part.length) {
          return true;
        }
      }
      return false;
    }
  }

  @Test
  void noWordOfAVisitStandsOnTheDisk(@TempDir Path folder) throws Exception {
    Path temporary = Files.createDirectories(folder.resolve("tmp"));
    Hunt hunt = new Hunt(folder);
    Files.writeString(folder.resolve("control.txt"), "a " + WORDS.get(1));
    assertThat(hunt.now().found).as("the hunt finds what is there").hasSize(1);
    Files.delete(folder.resolve("control.txt"));
    hunt.found.clear();

    AtomicBoolean over = new AtomicBoolean();
    Thread hunter =
        new Thread(
            () -> {
              while (!over.get()) {
                hunt.now();
              }
            });
    try (ServiceProcess process =
        ServiceProcess.start(
            folder,
            List.of(
                "ambient-gpt.recognizer=loudness",
                "ambient-gpt.recognizers.loudness.model=any",
                "ambient-gpt.live.recognizer=loudness",
                "logging.level.root=debug"),
            List.of("-Djava.io.tmpdir=" + temporary))) {
      hunter.start();
      visit(process);
      wrong(process.service());
      assertQuiet(process.service().get("/actuator/prometheus").is(200).text());
      assertThat(process.log()).as("else nothing was hunted").contains("DEBUG");
      hunt.now();
      process.kill();
    } finally {
      over.set(true);
      hunter.join();
    }

    assertThat(hunt.now().found).isEmpty();
  }

  /** Requests that are refused, with what a patient says in each of their parts. */
  private static void wrong(Service service) {
    String label = "{\"label\": \"Zyxwomble\"";
    List<Answer> refused =
        List.of(
            service.post("/api/v1/encounters", label),
            service.post("/api/v1/encounters", label + ", \"unknown\": \"quibberfluke\"}"),
            service.post("/api/v1/encounters", label + ", \"visitedOn\": \"Vantobrine\"}"),
            service.post("/api/v1/encounters", "{\"label\": {\"Ostwyckham\": \"Pelldronic\"}}"),
            service.post("/api/v1/encounters", label.replace("\"Z", "\"" + "Z ".repeat(300)) + "}"),
            service.get("/api/v1/encounters?sort=Vantobrine&q=Hargrubbel&page=Pelldronic"),
            service.get("/api/v1/encounters/quibberfluke"),
            service.get("/api/v1/notes/Tindelquast/export?format=Pelldronic"),
            service
                .post("/api/v1/encounters")
                .header("Cookie", "note=quibberfluke")
                .body(
                    "text/quibberfluke", "Zyxwomble of Ostwyckham".getBytes(StandardCharsets.UTF_8))
                .send());
    assertThat(refused).allSatisfy(each -> assertThat(each.status()).isBetween(400, 499));
    assertQuiet(
        refused.stream()
            .map(each -> each.text() + each.http().headers().map())
            .collect(Collectors.joining("\n")));
  }

  private static void assertQuiet(String text) {
    String small = text.toLowerCase(Locale.ROOT);
    assertThat(WORDS).as(text).noneMatch(word -> small.contains(word.toLowerCase(Locale.ROOT)));
  }

  private static void visit(ServiceProcess process) throws Exception {
    Service service = process.service();
    Answer encounter =
        service
            .post("/api/v1/encounters")
            .header("Idempotency-Key", "planted-" + Ids.next())
            .json(
                "{\"label\": \"Zyxwomble, Mrs\", \"consent\": {\"givenBy\": \"Hargrubbel\", \"wording\": \"Hargrubbel says yes\"}}")
            .send()
            .is(201);
    String path = encounter.header("Location");
    Answer recording =
        service
            .post(path + "/recordings")
            .file("Tindelquast.wav", planted(SpeechSample.wav(2)))
            .send()
            .is(201);
    resumable(service, encounter.id().toString());
    String said =
        "Doctor: What brings you in, Mrs Zyxwomble?\\nPatient: A dry cough for two weeks, since I was in Ostwyckham, and a quibberfluke."
            + "\\nDoctor: Take Vantobrine 400 milligrams twice a day.";
    service.post(path + "/transcripts", "{\"content\": \"" + said + "\"}").is(201);
    assertThat(service.get("/api/v1/encounters?q=quibberfluke").json().get("total").asInt())
        .isEqualTo(1);
    service.result(service.post(recording.header("Location") + ":transcribe", "{}"));
    service.post(path + "/transcripts", "{\"content\": \"" + said + "\"}").is(201);
    Answer note = service.result(service.post(path + "/notes").send());
    String notePath = "/api/v1/notes/" + note.json().get("id").asString();
    assertThat(note.text()).as("a planted word is in the note").contains("Vantobrine");
    service
        .post(notePath + "/statements")
        .json("{\"section\": \"Plan\", \"text\": \"Pelldronic once a day.\"}")
        .ifMatch(note)
        .send()
        .is(200);
    for (String format : List.of("markdown", "docx", "pdf", "html")) {
      service.get(notePath + "/export?format=" + format).is(200);
    }
    live(process, path);
  }

  /** An upload that is still going on. */
  private static void resumable(Service service, String encounter) {
    byte[] sound = planted(SpeechSample.wav(3));
    String metadata =
        "encounterId "
            + Base64.getEncoder().encodeToString(encounter.getBytes(StandardCharsets.UTF_8))
            + ",filename "
            + Base64.getEncoder()
                .encodeToString("Tindelquast.wav".getBytes(StandardCharsets.UTF_8));
    Answer created =
        service
            .post("/api/v1/uploads")
            .header("Tus-Resumable", "1.0.0")
            .header("Upload-Length", String.valueOf(sound.length * 2))
            .header("Upload-Metadata", metadata)
            .send()
            .is(201);
    service
        .ask("PATCH", created.header("Location"))
        .header("Tus-Resumable", "1.0.0")
        .header("Upload-Offset", "0")
        .body("application/offset+octet-stream", sound)
        .send()
        .is(204);
  }

  /** Captions that nobody ended. */
  private static void live(ServiceProcess process, String visit) throws Exception {
    JsonNode begun = process.service().post(visit + "/recordings:live").send().is(201).json();
    String socket =
        process.base().toString().replace("http", "ws") + begun.get("socket").asString();
    byte[] sound = planted(SpeechSample.pcm(1));
    try (SocketClient client = SocketClient.open(socket)) {
      client.send("{\"type\":\"hello\",\"lastSent\":null}");
      client.next("resume");
      int frame = 3200;
      for (int i = 0; i < sound.length / frame; i++) {
        client.send(
            ByteBuffer.allocate(4 + frame)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(i)
                .put(sound, i * frame, frame)
                .array());
      }
      client.next("final");
    }
  }

  private static byte[] planted(byte[] wav) {
    System.arraycopy(SOUND, 0, wav, wav.length / 2 & ~1, SOUND.length);
    System.arraycopy(SOUND, 0, wav, wav.length - 100 & ~1, SOUND.length);
    return wav;
  }
}
