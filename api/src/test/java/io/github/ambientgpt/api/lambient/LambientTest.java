package io.github.ambientgpt.api.lambient;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.api.SpeechSample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The table of the predecessor's routes, row by row; a played bridge stands behind. */
@ApiTest
class LambientTest {
  private static final String VISIT =
      "[doctor] What brings you in?\n[patient] I have had a cough for two weeks.\n"
          + "[doctor] Any fever?\n[patient] No fever.";

  private static final AtomicReference<String> ASKED = new AtomicReference<>("");
  private static final AtomicReference<Reply> REPLY = new AtomicReference<>();
  private static final HttpServer BRIDGE = bridge();

  private record Reply(int status, String body) {}

  private final Service service;

  LambientTest(@LocalServerPort int port) {
    this.service = Service.at(port);
  }

  @DynamicPropertySource
  static void bridgeAddress(DynamicPropertyRegistry registry) {
    registry.add(
        "ambient-gpt.language-models.bridge.url",
        () -> "http://127.0.0.1:" + BRIDGE.getAddress().getPort());
    registry.add("ambient-gpt.language-models.bridge.retries", () -> "0");
  }

  @BeforeEach
  void bridgeAnswers() {
    ASKED.set("");
    REPLY.set(new Reply(200, "{\"note\":\"<h4>Subjective</h4>Cough.\"}"));
  }

  @AfterAll
  static void stop() {
    BRIDGE.stop(0);
  }

  private static HttpServer bridge() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/generate_note", // the predecessor's bridge knows no other route
          exchange -> {
            ASKED.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] body = REPLY.get().body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(REPLY.get().status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  // GET /templates

  @ParameterizedTest
  @ValueSource(strings = {"/templates", "/api/templates"})
  void templatesAreAnObjectOfPromptsInTheirOrder(String path) {
    JsonNode templates = service.get(path).is(200).json();

    assertThat(templates.propertyNames())
        .containsExactly(
            "SOAP", "Discharge Summary", "Operative Note", "PrimaryCare", "Biopsychosocial");
    assertThat(templates.get("SOAP").asString()).contains("{transcription}");
  }

  // POST /transcribe

  @ParameterizedTest
  @ValueSource(strings = {"/transcribe", "/api/transcribe"})
  void aMissingFileIs422InFastApisWords(String path) {
    Answer answer =
        service.post(path).body("multipart/form-data; boundary=b", form("model", "vosk")).send();

    answer.is(422);
    assertThat(answer.json().at("/detail/0/type").asString()).isEqualTo("missing");
    assertThat(answer.json().at("/detail/0/loc")).hasToString("[\"body\",\"file\"]");
    assertThat(answer.json().at("/detail/0/msg").asString()).isEqualTo("Field required");
    assertThat(answer.json().get("error").asString()).isNotBlank();
  }

  @Test
  void noFormAtAllIs422Too() {
    service.post("/transcribe", "{}").is(422);
  }

  @ParameterizedTest
  @CsvSource({
    "whisper:huge, Unknown Whisper model size",
    "whisper_giant, Unknown Whisper model size",
    "azure, Azure Speech",
    "azure_speech, Azure Speech",
    "azure-whisper, Azure Speech",
  })
  void whatCannotBeHadIs400WithDetailAndError(String model, String says) {
    Answer answer = transcribe(model, "").is(400);

    assertThat(answer.json().get("detail").asString()).contains(says);
    assertThat(answer.json().get("error")).isEqualTo(answer.json().get("detail"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"app_data/models/vosk-model-en-us-0.22", "/etc", "../../..", "C:\\\\Windows", "."})
  void aModelsPathThatIsNotInTheFolderOfModelsIs400(String path) {
    Answer answer = transcribe("vosk", path).is(400);

    assertThat(answer.json().get("detail").asString()).startsWith("Vosk model path not found: ");
  }

  /** Unless somebody installed Whisper's smallest, for which the words of a tone may be none. */
  @ParameterizedTest
  @ValueSource(strings = {"whisper", "whisper_tiny", "WHISPER:Tiny", "parrot", ""})
  void whatNobodyKnowsIsWhispersSmallest(String model) {
    Answer answer = transcribe(model.isEmpty() ? "unknown" : model, "");

    if (answer.status() == 400) {
      assertThat(answer.json().get("detail").asString()).contains("tiny");
    } else {
      answer.is(200);
      assertThat(answer.json().get("transcript").isString()).isTrue();
    }
  }

  private Answer transcribe(String model, String path) {
    byte[] wav = SpeechSample.wav(1);
    var out = new ByteArrayOutputStream();
    out.writeBytes(part("model", model));
    if (!path.isEmpty()) {
      out.writeBytes(part("model_path", path));
    }
    out.writeBytes(
        "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"recording.wav\"\r\n\r\n"
            .getBytes(StandardCharsets.UTF_8));
    out.writeBytes(wav);
    out.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8));
    return service
        .post("/transcribe")
        .body("multipart/form-data; boundary=b", out.toByteArray())
        .send();
  }

  private static byte[] part(String name, String value) {
    return "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
        .formatted(name, value)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] form(String name, String value) {
    return (new String(part(name, value), StandardCharsets.UTF_8) + "--b--\r\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  // POST /notes

  @ParameterizedTest
  @ValueSource(strings = {"/notes", "/api/notes"})
  void aNoteIsHtmlUnderHeadings(String path) {
    String note = note(path, request().put("template", "SOAP"));

    assertThat(note).contains("<h4>").contains("cough").doesNotContain("<script");
  }

  @ParameterizedTest
  @CsvSource({
    "'', false, Error: No transcript provided for note generation.",
    "'', true, Error: No transcript content to process.",
    "'  ', false, Error: Transcript content is invalid.",
    "<b></b>, false, Error: Transcript content is invalid.",
  })
  void aFailureIsToldInTheNoteWith200(String transcript, boolean agents, String expected) {
    assertThat(
            note(
                "/notes",
                request().put("transcript", transcript).put("use_agent_pipeline", agents)))
        .isEqualTo(expected);
  }

  @Test
  void aModelThatFailsIsToldInTheNoteWith200() {
    REPLY.set(new Reply(500, "{\"error\":\"Ollama API error: 500\"}"));

    assertThat(note("/notes", request().put("use_local", true)))
        .startsWith("Error generating note: ");
  }

  @Test
  void theLocalModelGetsThePromptWithTheTranscriptInItsPlace() {
    String note =
        note(
            "/notes",
            request()
                .put("use_local", true)
                .put("local_model", "gemma3-4b")
                .put("template", "Summarise: {transcription} END"));

    assertThat(note).isEqualTo("<h4>Subjective</h4>Cough.");
    JsonNode asked = JsonMapper.shared().readTree(ASKED.get());
    assertThat(asked.get("model").asString()).isEqualTo("gemma3-4b");
    assertThat(asked.get("prompt").asString()).contains("Summarise: " + VISIT + " END");
  }

  @Test
  void aPromptWithoutAPlaceHasTheTranscriptBehindItAndThePatientBehindThat() {
    var request = request().put("use_local", true).put("template", "Be brief.");
    request.putObject("patient_data").put("name", "A. <b>Miller</b>").put("ehr_data", "asthma");

    note("/notes", request);

    assertThat(JsonMapper.shared().readTree(ASKED.get()).get("prompt").asString())
        .contains(
            "Be brief.\n\n"
                + VISIT
                + "\n\nPATIENT INFORMATION:\nName: A. Miller\n\nEHR DATA:\nasthma");
  }

  @Test
  void stagesThatFailFallBackToOnePrompt() {
    assertThat(note("/notes", request().put("use_local", true).put("use_agent_pipeline", true)))
        .isEqualTo("<h4>Subjective</h4>Cough.");
  }

  @Test
  void whatAModelWritesCanRunNothing() {
    REPLY.set(
        new Reply(
            200,
            "{\"note\":\"<h4 onclick='a()'>Plan</h4><script>b()</script><img src=x onerror=c()>BP <140\"}"));

    assertThat(note("/notes", request().put("use_local", true)))
        .isEqualTo("<h4>Plan</h4>BP &lt;140");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:1/",
        "http://169.254.169.254/latest/meta-data",
        "https://evil.example",
        "https://openai.azure.com.evil.example",
        "https://a.openai.azure.com@evil.example",
        "https://a.openai.azure.com:8443",
        "http://a.openai.azure.com",
        "file:///etc/passwd"
      })
  void anEndpointThatIsNobodysIsNeverCalled(String endpoint) {
    assertThat(note("/notes", request().put("endpoint", endpoint).put("api_key", "k")))
        .isEqualTo("Error generating note: Provider unavailable or configuration incomplete.");
  }

  @Test
  void anEndpointWithoutAKeyIsIncomplete() {
    assertThat(note("/notes", request().put("endpoint", "https://a.openai.azure.com")))
        .isEqualTo("Error generating note: Provider unavailable or configuration incomplete.");
  }

  @Test
  void fieldsThatNobodyKnowsArePassedOver() {
    assertThat(note("/notes", request().put("colour", "green"))).contains("<h4>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|missing|[\"body\",\"transcript\"]",
        "{\"transcript\":5}|string_type|[\"body\",\"transcript\"]",
        "{\"transcript\":\"a\",\"use_local\":\"maybe\"}|bool_parsing|[\"body\",\"use_local\"]",
        "{\"transcript\":\"a\",\"patient_data\":[]}|dict_type|[\"body\",\"patient_data\"]",
        "{\"transcript\":null}|string_type|[\"body\",\"transcript\"]",
        "{\"transcript\":|json_invalid|[\"body\",\"0\"]",
        "[]|model_attributes_type|[\"body\"]",
      })
  void aWrongTypeIs422InFastApisWords(String body, String type, String loc) {
    Answer answer = service.post("/notes", body).is(422);

    assertThat(answer.json().at("/detail/0/type").asString()).isEqualTo(type);
    assertThat(answer.json().at("/detail/0/loc")).hasToString(loc);
    assertThat(answer.json().get("error").isString()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "1", "\"yes\"", "\"on\""})
  void pydanticsWordsForTrueAreUnderstood(String value) {
    String note =
        service
            .post("/notes", "{\"transcript\":\"a cough\",\"use_local\":%s}".formatted(value))
            .is(200)
            .json()
            .get("note")
            .asString();

    assertThat(note).isEqualTo("<h4>Subjective</h4>Cough.");
  }

  private static ObjectNode request() {
    return JsonMapper.shared().createObjectNode().put("transcript", VISIT);
  }

  private String note(String path, JsonNode request) {
    Answer answer = service.post(path, request.toString()).is(200);
    assertThat(answer.json().propertyNames()).containsExactly("note");
    return answer.json().get("note").asString();
  }

  // POST /generate_note

  @ParameterizedTest
  @ValueSource(strings = {"/generate_note", "/api/generate_note"})
  void generateNoteIsPassedToTheBridge(String path) {
    String sent = "{\"prompt\":\"Say hello\",\"model\":\"phi4\"}";

    Answer answer = service.post(path, sent).is(200);

    assertThat(ASKED.get()).isEqualTo(sent);
    assertThat(answer.text()).isEqualTo(REPLY.get().body());
  }

  @Test
  void whatTheBridgeRefusesIsRefusedInItsWords() {
    REPLY.set(new Reply(400, "{\"error\":\"No prompt provided\"}"));

    Answer answer = service.post("/generate_note", "{\"prompt\":\"\"}").is(400);

    assertThat(answer.text()).isEqualTo("{\"error\":\"No prompt provided\"}");
  }

  // other pages

  @Test
  void onlyThePredecessorsPageMayCallFromElsewhere() {
    Answer theirs =
        service
            .ask("OPTIONS", "/api/notes")
            .header("Origin", "http://localhost:4200")
            .header("Access-Control-Request-Method", "POST")
            .send();
    Answer strange =
        service
            .ask("OPTIONS", "/api/notes")
            .header("Origin", "http://evil.example")
            .header("Access-Control-Request-Method", "POST")
            .send();

    assertThat(theirs.header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:4200");
    assertThat(theirs.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(strange.status()).isEqualTo(403);
    assertThat(strange.header("Access-Control-Allow-Origin")).isEmpty();
  }
}
