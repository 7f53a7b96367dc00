package io.github.ambientgpt.api.crash;

import io.github.ambientgpt.api.SpeechSample;
import io.github.ambientgpt.api.crash.Client.Answer;
import io.github.ambientgpt.api.crash.Client.Wrong;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/**
 * A visit from its beginning to its signed note, by a client that goes on after each break as the
 * protocols say, and remembers everything that was accepted.
 */
final class Visit {
  private static final int PART = 40_000;
  private static final String SAID =
      "{\"content\": \"Doctor: What brings you in?\\nPatient: A dry cough for two weeks.\\nDoctor: Take ibuprofen 400 milligrams twice a day.\"}";

  private interface Step {
    void take(Client client) throws IOException;
  }

  private final String name = UUID.randomUUID().toString();
  private final byte[] wav = SpeechSample.wav(2);

  /** Real speech: it is heard live, and in the recording when a kill made captions incomplete. */
  private final byte[] pcm = Arrays.copyOfRange(SpeechSample.wav(1), 44, 44 + 96_000);

  private final Captioning captioning = new Captioning(pcm, sha256(pcm));
  private final List<Step> steps =
      List.of(
          this::create,
          this::write,
          this::beginUpload,
          this::upload,
          this::begin,
          this::speak,
          this::draft,
          this::drafted,
          this::complete,
          this::sign);
  private volatile int done; // counted by one thread, watched by the test's

  private String path;
  private String transcript;
  private String upload;
  private long received;
  private String live;
  private String job;
  private String note;
  private String signedAt;

  boolean finished() {
    return done == steps.size();
  }

  /** How many things of it were accepted. */
  int accepted() {
    return done;
  }

  /**
   * Goes on until it is finished.
   *
   * @throws IOException when the service is gone
   */
  void goOn(Client client) throws IOException {
    while (!finished()) {
      steps.get(done).take(client);
      done++;
    }
  }

  private void create(Client client) throws IOException {
    path =
        client
            .post("/api/v1/encounters", name + "-visit", "{\"label\": \"" + name + "\"}")
            .is(201)
            .header("Location");
  }

  private void write(Client client) throws IOException {
    transcript =
        client
            .post(path + "/transcripts", name + "-said", SAID)
            .is(201)
            .json()
            .get("id")
            .asString();
  }

  private void beginUpload(Client client) throws IOException {
    String metadata =
        "encounterId "
            + base64(path.substring(path.lastIndexOf('/') + 1))
            + ",filename "
            + base64("visit.wav");
    upload =
        client
            .send(
                "POST",
                "/api/v1/uploads",
                Map.of(
                    "Idempotency-Key",
                    name + "-upload",
                    "Tus-Resumable",
                    "1.0.0",
                    "Upload-Length",
                    "" + wav.length,
                    "Upload-Metadata",
                    metadata),
                null)
            .is(201)
            .header("Location");
  }

  private void upload(Client client) throws IOException {
    Map<String, String> tus = Map.of("Tus-Resumable", "1.0.0");
    long offset =
        Long.parseLong(client.send("HEAD", upload, tus, null).is(200).header("Upload-Offset"));
    if (offset < received) {
      throw new Wrong("of an upload %d bytes were accepted, now %d".formatted(received, offset));
    }
    while (offset < wav.length) {
      byte[] part =
          Arrays.copyOfRange(wav, (int) offset, (int) Math.min(wav.length, offset + PART));
      Answer answer =
          client.send(
              "PATCH",
              upload,
              Map.of(
                  "Tus-Resumable", "1.0.0",
                  "Upload-Offset", "" + offset,
                  "Content-Type", "application/offset+octet-stream"),
              part);
      offset = Long.parseLong(answer.is(204).header("Upload-Offset"));
      received = offset;
    }
  }

  private void begin(Client client) throws IOException {
    live =
        client
            .post(path + "/recordings:live", name + "-live", "{}")
            .is(201)
            .json()
            .get("id")
            .asString();
  }

  private void speak(Client client) throws IOException {
    captioning.speak(
        URI.create(
            client.base().toString().replace("http", "ws")
                + "/api/v1/recordings/"
                + live
                + "/live"));
  }

  private void draft(Client client) throws IOException {
    job =
        client
            .post(
                path + "/notes",
                name + "-note",
                "{\"transcriptId\": \"" + transcript + "\", \"languageModel\": \"builtin\"}")
            .is(202)
            .header("Location");
  }

  private void drafted(Client client) throws IOException {
    JsonNode state = client.get(job).is(200).json();
    while (state.get("state").asString().matches("queued|running")
        || client.retryIfInterrupted(state)) {
      LockSupport.parkNanos(50_000_000);
      state = client.get(job).is(200).json();
    }
    if (!state.get("state").asString().equals("succeeded")) {
      throw new Wrong("an accepted job ended so: " + state);
    }
    note = state.get("result").asString();
  }

  /** Something that the doctor adds. */
  private void complete(Client client) throws IOException {
    Answer now = client.get(note).is(200);
    if (!now.json().toString().contains("Ibuprofen 400 mg twice a day.")) {
      change(
          client,
          note + "/statements",
          "-statement",
          now,
          "{\"section\": \"Plan\", \"text\": \"Ibuprofen 400 mg twice a day.\"}");
    }
  }

  private void sign(Client client) throws IOException {
    Answer now = client.get(note).is(200);
    JsonNode signed = now.json();
    if (!signed.get("state").asString().equals("signed")) {
      signed = change(client, note + ":sign", "-sign", now, "{\"seen\": true}").json();
    }
    signedAt = signed.get("signedAt").asString();
  }

  private Answer change(Client client, String to, String key, Answer now, String json)
      throws IOException {
    return client
        .send(
            "POST",
            to,
            Map.of(
                "Idempotency-Key",
                name + key,
                "If-Match",
                now.header("ETag"),
                "Content-Type",
                "application/json"),
            json.getBytes(StandardCharsets.UTF_8))
        .is(200);
  }

  /** What of the accepted is lost or doubled. */
  List<String> faults(Client client) throws IOException {
    List<String> faults = new ArrayList<>();
    if (path == null) {
      return faults;
    }
    expect(faults, client.get(path).is(200).json().get("label").asString().equals(name), "label");
    once(faults, client, path + "/transcripts", "id", transcript);
    if (live != null && done > 5) {
      once(faults, client, path + "/transcripts", "recordingId", live);
      once(faults, client, path + "/recordings", "id", live);
      byte[] kept = client.get("/api/v1/recordings/" + live + "/audio").is(200).body();
      expect(faults, Arrays.equals(Arrays.copyOfRange(kept, 44, kept.length), pcm), "live audio");
    }
    if (done > 3) {
      once(faults, client, path + "/recordings", "sha256", sha256(wav));
    }
    if (note != null) {
      JsonNode notes = client.get(path + "/notes").is(200).json().get("items");
      int own = 0;
      for (JsonNode each : notes) {
        JsonNode whole = client.get("/api/v1/notes/" + each.get("id").asString()).is(200).json();
        own += whole.path("transcriptId").asString("").equals(transcript) ? 1 : 0;
      }
      expect(faults, own == 1, "notes of one job: " + own);
    }
    if (signedAt != null) {
      JsonNode signed = client.get(note).is(200).json();
      expect(faults, signed.get("signedAt").asString().equals(signedAt), "signature");
      expect(
          faults,
          signed.toString().split("Ibuprofen 400 mg twice a day", -1).length >= 2,
          "what the doctor added");
      once(faults, client, note + "/versions", "cause", "signed");
    }
    return faults;
  }

  private void once(List<String> faults, Client client, String list, String field, String value)
      throws IOException {
    if (value != null) {
      JsonNode items = client.get(list).is(200).json().get("items");
      int count = 0;
      for (JsonNode item : items) {
        count += item.path(field).asString("").equals(value) ? 1 : 0;
      }
      expect(faults, count == 1, list + " has it " + count + " times: " + field);
    }
  }

  private static void expect(List<String> faults, boolean so, String what) {
    if (!so) {
      faults.add(what);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
