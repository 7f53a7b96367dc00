package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.login.People;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Each operation has an example that was really answered. A walk through all of them writes them
 * with {@code -Dopenapi.write=true}; then {@code OpenApiTest} writes the document with them.
 */
@ApiTest
@TestPropertySource(
    properties = {
      "ambient-gpt.recognizers.loudness.model=any",
      "ambient-gpt.live.recognizer=loudness"
    })
class ExamplesTest {
  private static final String VISIT =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Are you allergic to anything?
      Patient: I am allergic to penicillin.
      Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
      """;
  private static final byte[] WAV = SpeechSample.wav(2);

  private final Service plain;
  private final Service service;
  private final Examples examples = new Examples();

  ExamplesTest(@LocalServerPort int port) {
    plain = Service.at(port);
    service = plain.seenBy(examples);
  }

  @DynamicPropertySource
  static void ownModels(DynamicPropertyRegistry properties) {
    properties.add(
        "ambient-gpt.models-folder",
        () -> {
          try {
            return Files.createTempDirectory("ambient-gpt-models").toString();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
    properties.add("AMBIENT_GPT_MODELS_MIRROR", () -> "http://127.0.0.1:1");
  }

  @Test
  void everyOperationIsWalkedThrough(@TempDir Path folder) throws IOException {
    String visit = encounters();
    recordings(visit);
    uploads(visit);
    String transcript = transcripts(visit);
    Answer note = notes(visit, transcript);
    edits(note);
    signing(note);
    library();
    models();
    jobs(visit);
    deletions(visit, transcript);
    people(folder);
    if (Boolean.getBoolean("openapi.write")) {
      examples.write();
    }

    Set<String> missed = new TreeSet<>();
    operations((name, operation) -> missed.add(name));
    missed.removeAll(examples.operations());
    assertThat(missed).as("operations without an example: walk through them here").isEmpty();
  }

  private interface Visitor {
    void visit(String name, JsonNode operation);
  }

  private void operations(Visitor visitor) {
    plain
        .get("/described")
        .json()
        .get("paths")
        .valueStream()
        .flatMap(JsonNode::valueStream)
        .forEach(operation -> visitor.visit(operation.get("operationId").asString(), operation));
  }

  private String encounters() {
    Answer made =
        service
            .post("/api/v1/encounters")
            .header("Idempotency-Key", "new-visit-1")
            .json(
                """
                {"label": "Cough", "visitedOn": "2026-03-02",
                 "consent": {"givenBy": "The patient", "wording": "May we record this visit?"}}\
                """)
            .send()
            .is(201);
    String visit = made.header("Location");
    service.get("/api/v1/encounters?q=cough&sort=-visitedOn&page=0&size=20").is(200);
    Answer read = service.get(visit).is(200);
    Answer changed =
        service
            .ask("PATCH", visit)
            .json("{\"label\": \"Cough, second visit\"}")
            .ifMatch(read)
            .send()
            .is(200);
    service.ask("DELETE", visit + "/consent").ifMatch(changed).send().is(200);
    Answer sample = service.post("/api/v1/encounters:sample").send().is(201);
    service.ask("DELETE", sample.header("Location")).ifMatch(sample).send().is(204);
    service.get("/api/v1/me").is(200);
    return visit;
  }

  private void recordings(String visit) {
    Answer made = service.post(visit + "/recordings").file("visit.wav", WAV).send().is(201);
    String recording = made.header("Location");
    service.get(visit + "/recordings").is(200);
    Answer read = service.get(recording).is(200);
    service.ask("GET", recording + "/audio").header("Range", "bytes=0-1023").send().is(206);
    service.get(recording + "/key").is(200);
    service.get(recording + "/peaks?count=2").is(200);
    service.result(
        service
            .post(recording + ":transcribe")
            .json("{\"recognizer\": \"loudness\", \"language\": \"en\", \"prompt\": \"ibuprofen\"}")
            .send());
    Answer compared =
        service.post(recording + ":compare").json("{\"recognizers\": [\"loudness\"]}").send();
    service.get(service.ended(compared).json().get("result").asString()).is(200);
    Answer live =
        service
            .post(visit + "/recordings:live")
            .json("{\"name\": \"Consultation\"}")
            .send()
            .is(201);
    try (SocketClient client =
        SocketClient.open(
            "ws://" + service.base().getAuthority() + live.json().get("socket").asString())) {
      client.send("{\"type\":\"hello\",\"lastSent\":null}");
      client.send(
          ByteBuffer.allocate(4 + 3200)
              .order(ByteOrder.LITTLE_ENDIAN)
              .putInt(0)
              .put(SpeechSample.pcm(1), 0, 3200)
              .array());
      client.next("ack");
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    service.post(live.header("Location") + ":finish").send().is(200);
    service.ask("DELETE", recording).ifMatch(read).send().is(204);
  }

  private Service.Ask tus(String method, String path) {
    return service.ask(method, path).header("Tus-Resumable", "1.0.0");
  }

  private String begun(String visit) {
    String id = visit.substring(visit.lastIndexOf('/') + 1);
    return tus("POST", "/api/v1/uploads")
        .header("Upload-Length", "" + WAV.length)
        .header("Upload-Metadata", "encounterId " + base64(id) + ",filename " + base64("visit.wav"))
        .send()
        .is(201)
        .header("Location");
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private void uploads(String visit) {
    service.ask("OPTIONS", "/api/v1/uploads").send().is(204);
    String upload = begun(visit);
    tus("PATCH", upload)
        .header("Upload-Offset", "0")
        .body("application/offset+octet-stream", java.util.Arrays.copyOf(WAV, 1000))
        .send()
        .is(204);
    tus("HEAD", upload).send().is(200);
    service.get(upload).is(200);
    tus("POST", upload).header("X-HTTP-Method-Override", "DELETE").send().is(204);
    tus("DELETE", begun(visit)).send().is(204);
  }

  private String transcripts(String visit) {
    Answer made =
        service
            .post(visit + "/transcripts")
            .json(plainJson().put("content", VISIT).toString())
            .send()
            .is(201);
    String transcript = made.header("Location");
    service.get(visit + "/transcripts").is(200);
    Answer read = service.get(transcript).is(200);
    service.get(transcript + "/export?format=text").is(200);
    Answer edited =
        service
            .ask("PATCH", transcript + "/utterances/u2")
            .header("Change-Id", "01954ae0-7000-7000-8000-0000000000aa")
            .json("{\"text\": \"I have had a dry cough for three weeks.\"}")
            .ifMatch(read)
            .send()
            .is(200);
    Answer renamed =
        service
            .ask("PUT", transcript + "/speakers")
            .json(
                """
                {"speakers": [{"from": {"label": "Patient", "role": "patient"},
                               "to": {"label": "Ms Adams", "role": "patient"}}]}\
                """)
            .ifMatch(edited)
            .send()
            .is(200);
    service.get(transcript + "/versions").is(200);
    service.get(transcript + "/versions/1").is(200);
    Answer shorter =
        service.ask("DELETE", transcript + "/utterances/u1").ifMatch(renamed).send().is(200);
    service.post(transcript + "/versions/1:restore").ifMatch(shorter).send().is(200);
    service
        .post(transcript + ":preview", "{\"template\": \"SOAP\", \"length\": \"brief\"}")
        .is(200);
    service.post(transcript + ":check", "{\"text\": \"Ibuprofen 800 mg twice a day.\"}").is(200);
    return transcript;
  }

  private static tools.jackson.databind.node.ObjectNode plainJson() {
    return tools.jackson.databind.json.JsonMapper.shared().createObjectNode();
  }

  private Answer notes(String visit, String transcript) {
    String id = transcript.substring(transcript.lastIndexOf('/') + 1);
    Answer note =
        service.result(
            service
                .post(visit + "/notes")
                .json(
                    "{\"transcriptId\": \"%s\", \"template\": \"SOAP\", \"length\": \"standard\"}"
                        .formatted(id))
                .send());
    String path = "/api/v1/notes/" + note.id();
    service.get(visit + "/notes").is(200);
    service.get(path).is(200);
    service.get(path + "/evidence").is(200);
    service.get(path + "/coverage").is(200);
    service.get(path + "/suggestions?patient=established&minutes=20").is(200);
    service.get(path + "/documents/after-visit").is(200);
    service.get(path + "/documents/after-visit/export?format=markdown").is(200);
    service.get(path + "/export?format=markdown&version=1").is(200);
    service.result(
        service.post(path + "/documents/referral", "{\"languageModel\": \"builtin\"}").is(202));
    service.result(
        service
            .post(
                path + "/suggestions",
                "{\"languageModel\": \"builtin\", \"patient\": \"new\", \"minutes\": 20}")
            .is(202));
    service.post(path + ":compose", "{\"utteranceId\": \"u4\"}").is(200);
    service
        .post("/api/v1/notes:preview")
        .json(plainJson().put("transcript", VISIT).put("template", "SOAP").toString())
        .send()
        .is(200);
    return note;
  }

  private void edits(Answer note) {
    String statements = "/api/v1/notes/" + note.id() + "/statements";
    Answer added =
        service
            .post(statements)
            .json(
                "{\"section\": \"Plan\", \"text\": \"Rest at home. Drink enough.\", \"after\":"
                    + " \"\"}")
            .ifMatch(note)
            .send()
            .is(200);
    String id =
        "s"
            + (added.json().findValuesAsString("id").stream()
                .filter(each -> each.matches("s\\d+"))
                .mapToInt(each -> Integer.parseInt(each.substring(1)))
                .max()
                .orElseThrow());
    Answer split =
        service
            .post(statements + "/" + id + ":split")
            .json("{\"at\": 13}")
            .ifMatch(added)
            .send()
            .is(200);
    String second = "s" + (Integer.parseInt(id.substring(1)) + 1);
    Answer moved =
        service
            .post(statements + "/" + second + ":move")
            .json("{\"section\": \"Plan\", \"after\": \"%s\"}".formatted(id))
            .ifMatch(split)
            .send()
            .is(200);
    Answer joined =
        service
            .post(statements + "/" + id + ":join")
            .json("{\"with\": \"%s\"}".formatted(second))
            .ifMatch(moved)
            .send()
            .is(200);
    Answer edited =
        service
            .ask("PATCH", statements + "/" + id)
            .json("{\"text\": \"Ibuprofen 400 mg twice a day.\", \"settled\": true}")
            .ifMatch(joined)
            .send()
            .is(200);
    Answer removed = service.ask("DELETE", statements + "/" + id).ifMatch(edited).send().is(200);
    String path = "/api/v1/notes/" + note.id();
    Answer shown =
        service
            .post(path + ":regenerate")
            .json("{\"section\": \"Plan\", \"length\": \"brief\", \"preview\": true}")
            .ifMatch(removed)
            .send();
    service.result(shown);
    service
        .post(path + ":take-section")
        .json("{\"job\": \"%s\"}".formatted(shown.id()))
        .ifMatch(removed)
        .send()
        .is(200);
    versions(path);
  }

  private void versions(String path) {
    service
        .post(path + ":revert")
        .json("{\"from\": 1, \"to\": 2}")
        .ifMatch(service.get(path))
        .send()
        .is(200);
    service.get(path + "/versions").is(200);
    service.get(path + "/versions/1").is(200);
    service.get(path + "/diff?from=1&to=2").is(200);
  }

  private void signing(Answer note) {
    String path = "/api/v1/notes/" + note.id();
    service.get(path + "/signing").is(200);
    Answer signed =
        service
            .post(path + ":sign")
            .json("{\"seen\": true}")
            .ifMatch(service.get(path))
            .send()
            .is(200);
    Answer amended =
        service
            .post(path + ":amend")
            .json("{\"reason\": \"The duration was wrong\"}")
            .ifMatch(signed)
            .send()
            .is(200);
    service.ask("DELETE", path + "/amendment").ifMatch(amended).send().is(200);
  }

  private void library() {
    service.post("/api/v1/templates:preview", "{\"template\": \"SOAP\"}").is(200);
    service.get("/api/v1/templates").is(200);
    service.get("/api/v1/templates/SOAP").is(200);
    String source =
        "name: Phone call\n"
            + "description: A short note of a call\n"
            + "sections:\n"
            + "- title: Reason\n"
            + "  holds: [chief-complaint]\n"
            + "  instruction: Why the patient called.\n";
    Answer made =
        service
            .post("/api/v1/templates")
            .json(plainJson().put("source", source).toString())
            .send()
            .is(201);
    Answer replaced =
        service
            .ask("PUT", made.header("Location"))
            .json(plainJson().put("source", source.replace("short", "brief")).toString())
            .ifMatch(made)
            .send()
            .is(200);
    service.ask("DELETE", made.header("Location")).ifMatch(replaced).send().is(204);
    String prompt = service.get("/api/v1/prompts").is(200).json().at("/files/0").asString();
    service.get("/api/v1/prompts/" + prompt).is(200);
    service.get("/api/v1/prompts/clean").is(200);
    service.get("/api/v1/providers").is(200);
    service.post("/api/v1/providers/language-models/ollama:probe").send().is(200);
    service.post("/api/v1/providers/recognizers/whisper:probe").send().is(200);
  }

  private void models() {
    service.get("/api/v1/models").is(200);
    service.get("/api/v1/models/whisper-base.en").is(200);
    byte[] ggml =
        ByteBuffer.allocate(5000).order(ByteOrder.LITTLE_ENDIAN).putInt(0x67676d6c).array();
    String model =
        service
            .post("/api/v1/models:import?name=ggml-of-the-clinic.bin")
            .body("application/octet-stream", ggml)
            .send()
            .is(201)
            .header("Location");
    service.result(service.post(model + ":verify").send());
    service.ask("DELETE", model).send().is(204);
  }

  /** A download that fails, since nobody serves it here, and is then tried again. */
  private void jobs(String visit) {
    Answer failed = service.ended(service.post("/api/v1/models/whisper-tiny.en:pull").send());
    String job = "/api/v1/jobs/" + failed.id();
    service.get(job).is(200);
    service.get(job + "/events").is(200);
    String id = visit.substring(visit.lastIndexOf('/') + 1);
    service.get("/api/v1/jobs?encounterId=" + id + "&state=succeeded&page=0&size=2").is(200);
    service.ended(service.post(job + ":retry").send());
    service.post(job + ":cancel").send().is(200);
  }

  private void deletions(String visit, String transcript) {
    Answer note = service.result(service.post(visit + "/notes").send());
    service.ask("DELETE", "/api/v1/notes/" + note.id()).ifMatch(note).send().is(204);
    service.ask("DELETE", transcript).ifMatch(service.get(transcript)).send().is(204);
  }

  /** Where one logs in. */
  private void people(Path folder) {
    try (ServiceProcess process =
        ServiceProcess.start(
            folder,
            List.of(
                "ambient-gpt.login.mode=password",
                "ambient-gpt.login.setup-code=" + People.CODE))) {
      Service seen = process.service().seenBy(examples);
      People people = new People(seen);
      Service admin = people.admin();
      People.Person clinician = people.join("beth", "clinician");
      People.Person auditor = people.join("carl", "clinician", "auditor");
      accounts(admin, "/api/v1/users/" + clinician.id());
      sharing(admin, clinician.service(), auditor.id());
      tokens(clinician.service());
      auditor.service().get("/api/v1/audit-lines?page=0&size=2").is(200);
      auditor.service().post("/api/v1/audit-lines:verify").send().is(200);
      Service again = seen.as("carl", People.PASSWORD);
      again
          .ask("PUT", "/api/v1/me/password")
          .json(
              "{\"current\": \"%s\", \"password\": \"another %s\"}"
                  .formatted(People.PASSWORD, People.PASSWORD))
          .send();
      seen.as("carl", "another " + People.PASSWORD).ask("DELETE", "/api/v1/session").send();
      admin.post("/api/v1/users/" + auditor.id() + ":reset-password").send();
    }
  }

  private static void accounts(Service admin, String account) {
    admin.get("/api/v1/users?page=0&size=10").is(200);
    admin.get("/api/v1/admin/retention").is(200);
    admin.post("/api/v1/admin/retention:enforce").send().is(202);
    Answer read = admin.get(account).is(200);
    admin.ask("PATCH", account).json("{\"name\": \"Dr Beth Adams\"}").ifMatch(read).send().is(200);
  }

  private static void sharing(Service admin, Service clinician, UUID colleague) {
    clinician.get("/api/v1/colleagues").is(200);
    String visit = clinician.encounter("Cough").header("Location");
    String share = visit + "/shares/" + colleague;
    clinician.ask("PUT", share).json("{\"mayEdit\": false}").send();
    clinician.ask("DELETE", share).send();
    admin.get("/api/v1/admin/encounters?page=0&size=10").is(200);
    admin.post(
        visit + ":break-glass",
        "{\"purpose\": \"patient-safety\", \"reason\": \"The clinician is ill and the patient is"
            + " here\"}");
    clinician.get(visit + "/accesses").is(200);
  }

  private static void tokens(Service clinician) {
    Answer made =
        clinician.post(
            "/api/v1/tokens", "{\"name\": \"Dictation\", \"scopes\": [\"read\"], \"days\": 30}");
    clinician.get("/api/v1/tokens").is(200);
    clinician
        .ask("DELETE", "/api/v1/tokens/" + made.is(201).json().at("/token/id").asString())
        .send();
  }
}
