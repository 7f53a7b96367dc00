package io.github.ambientgpt.api.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.core.contract.Part;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class NotePreviewTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String VISIT =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Any fever?
      Patient: No fever.
      Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
      """;

  @LocalServerPort int port;
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void aTranscriptBecomesANoteWhoseStatementsPointIntoIt() throws Exception {
    HttpResponse<String> answer =
        preview(JSON.createObjectNode().put("transcript", VISIT).toString());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    JsonNode preview = JSON.readTree(answer.body());
    assertThat(preview.at("/note/template").asString()).isEqualTo("SOAP");
    assertThat(preview.at("/transcript/utterances").size()).isEqualTo(5);
    JsonNode cough =
        preview
            .at("/note/sections")
            .valueStream()
            .flatMap(section -> section.get("statements").valueStream())
            .filter(statement -> statement.get("text").asString().contains("cough"))
            .findFirst()
            .orElseThrow();
    List<String> said = cough.get("spans").valueStream().map(span -> said(preview, span)).toList();
    assertThat(said).anySatisfy(words -> assertThat(words).contains("cough"));
    assertThat(cough.get("support").asString()).isEqualTo("supported");
  }

  @Test
  void aTranscriptMayBeJson() throws Exception {
    HttpResponse<String> answer =
        preview(
            """
            {"template": "soap", "transcript": {"language": "en", "utterances": [
              {"id": "u1", "speaker": {"label": "patient", "role": "patient"}, "text": "I have a dry cough."}]}}
            """);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  @Test
  void anUnknownTemplateIsAProblemThatListsThoseThatAreThere() throws Exception {
    assertProblem(
        preview("{\"transcript\": \"Patient: I cough.\", \"template\": \"sope\"}"),
        422,
        "There is no template 'sope'");
  }

  @Test
  void aMissingTranscriptIsAProblem() throws Exception {
    assertProblem(preview("{}"), 422, "A note needs a transcript");
  }

  @Test
  void anEmptyTranscriptIsAProblem() throws Exception {
    assertProblem(preview("{\"transcript\": \"  \"}"), 422, "The transcript");
  }

  @Test
  void whatIsNotJsonIsAProblemAndStaysOutOfAnswerAndLog(CapturedOutput output) throws Exception {
    HttpResponse<String> answer = preview("{\"transcript\": patient Zebedee coughs}");

    assertProblem(answer, 400, "");
    assertThat(answer.body()).doesNotContain("Zebedee");
    assertThat(output.getAll()).doesNotContain("Zebedee");
  }

  @Test
  void noteAndTranscriptStayOutOfTheLog(CapturedOutput output) throws Exception {
    String visit =
        JSON.createObjectNode().put("transcript", "Patient: I have zebraic cough.").toString();

    assertThat(preview(visit).body()).contains("zebraic");
    assertThat(output.getAll()).doesNotContain("zebraic");
  }

  @Test
  void tellsItsHealth() throws Exception {
    assertThat(get("/actuator/health/readiness").body()).contains("UP");
  }

  @Test
  void servesThePage() throws Exception {
    Part.require(
        "The web page",
        getClass().getResource("/META-INF/resources/index.html") != null,
        "Install Node 20.19 or newer, with npm, and build again.");
    HttpResponse<String> page = get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<title>Ambient GPT Notes</title>");
  }

  private static String said(JsonNode preview, JsonNode span) {
    return preview
        .at("/transcript/utterances")
        .valueStream()
        .filter(utterance -> utterance.get("id").equals(span.get("utterance")))
        .map(utterance -> utterance.get("text").asString())
        .map(text -> text.substring(span.get("begin").asInt(), span.get("end").asInt()))
        .findFirst()
        .orElseThrow();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("application/problem+json");
    assertThat(JSON.readTree(answer.body()).get("detail").asString()).contains(detail);
  }

  private HttpResponse<String> preview(String json) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address("/api/v1/notes:preview"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(json))
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
