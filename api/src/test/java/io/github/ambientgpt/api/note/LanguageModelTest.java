package io.github.ambientgpt.api.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import io.github.ambientgpt.core.contract.PlayedServer;
import io.github.ambientgpt.core.contract.PlayedServer.Role;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a language model writes: well, or not at all. Its server is played. */
@ApiTest
class LanguageModelTest {
  private static final PlayedServer SERVER = PlayedServer.start();
  private static final String CHAT = "/v1/chat/completions";
  private static final String MODEL = "{\"languageModel\": \"openai\"}";
  private static final String VISIT =
      """
      Doctor: What brings you in today?
      Patient: I have had a dry cough for two weeks.
      Doctor: Are you allergic to anything?
      Patient: I am allergic to penicillin.
      Doctor: Your lungs are clear. Take ibuprofen 400 milligrams twice a day for five days.
      """;
  private static final Role DOWN = (question, reply) -> reply.status(500).send("out of order");

  private final Service service;

  LanguageModelTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @DynamicPropertySource
  static void server(DynamicPropertyRegistry properties) {
    String openai = "ambient-gpt.language-models.openai.";
    properties.add(openai + "url", () -> SERVER.url().toString());
    properties.add(openai + "model", () -> "played");
    properties.add(openai + "key", () -> "a-key");
    properties.add(openai + "retries", () -> "0");
  }

  @AfterAll
  static void close() {
    SERVER.close();
  }

  /** Each question is answered by this. */
  private static Role saying(String answer) {
    return (question, reply) -> {
      ObjectNode piece = JsonMapper.shared().createObjectNode();
      ObjectNode choice = piece.putArray("choices").addObject().put("index", 0);
      choice.put("finish_reason", "stop").putObject("delta").put("content", answer);
      reply.type("text/event-stream").say("data: " + piece + "\n\ndata: [DONE]\n\n");
    };
  }

  private static String note(String title, String text, String utterance) {
    return """
    {"sections": [{"title": "%s", "statements": [
      {"topic": "", "text": "%s", "evidence": ["%s"]}]}]}\
    """
        .formatted(title, text, utterance);
  }

  private String note() {
    String visit = service.encounter("Cough").header("Location");
    String body = JsonMapper.shared().createObjectNode().put("content", VISIT).toString();
    service.post(visit + "/transcripts", body).is(201);
    Answer note =
        service.result(service.post(visit + "/notes", "{\"languageModel\": \"builtin\"}").is(202));
    return "/api/v1/notes/" + note.id();
  }

  private static List<String> texts(JsonNode document) {
    return document
        .get("sections")
        .valueStream()
        .flatMap(section -> section.get("statements").valueStream())
        .map(JsonNode::asString)
        .toList();
  }

  @Test
  void aDocumentIsWrittenByALanguageModelAndExported() {
    SERVER.at(CHAT, saying(note("Why you came", "You have had a dry cough for two weeks.", "u2")));
    String path = note() + "/documents/patient-summary";
    Answer asked = service.post(path, MODEL).is(202);

    JsonNode document = service.result(asked).json();

    assertThat(texts(document)).containsExactly("You have had a dry cough for two weeks.");
    assertThat(document.at("/writer/model").asString()).isEqualTo("openai/played");
    assertThat(service.get(path + "/export?format=text&job=" + asked.id()).is(200).text())
        .contains("DRAFT")
        .contains("You have had a dry cough for two weeks.");
    service
        .get(path.replace("patient-summary", "referral") + "/export?format=text&job=" + asked.id())
        .isProblem(400, "invalid-request");
  }

  @Test
  void whatTheVisitDoesNotSupportIsRemarkedOn() {
    String answer =
        """
        {"sections": [{"title": "Your medicines", "statements": [
          {"topic": "", "text": "Ibuprofen 400 mg twice a day.", "evidence": ["u5"]},
          {"topic": "", "text": "Ibuprofen 800 mg twice a day.", "evidence": ["u5"]}]}]}\
        """;
    SERVER.at(CHAT, saying(answer));

    JsonNode document =
        service.result(service.post(note() + "/documents/patient-summary", MODEL).is(202)).json();

    assertThat(document.get("remarks").valueStream().map(JsonNode::asString))
        .as(document.toString())
        .contains("The visit does not support: Ibuprofen 800 mg twice a day.")
        .doesNotContain("The visit does not support: Ibuprofen 400 mg twice a day.");
  }

  @Test
  void aLanguageModelThatIsDownIsStoodInForByBuiltinAndTheDocumentSaysSo() {
    SERVER.at(CHAT, DOWN);

    JsonNode document =
        service.result(service.post(note() + "/documents/referral", MODEL).is(202)).json();

    assertThat(texts(document)).anyMatch(text -> text.toLowerCase().contains("penicillin"));
    assertThat(document.at("/writer/requested").asString()).isEqualTo("openai/played");
    assertThat(document.at("/writer/fallback").asString()).isEqualTo("builtin");
    assertThat(document.at("/writer/reason").asString()).isNotBlank();
  }

  @Test
  void aLanguageModelAddsToWhatTheRulesSuggest() {
    SERVER.at(
        CHAT,
        saying(
            "{\"suggestions\": [{\"kind\":\"cpt\",\"code\":\"71046\",\"text\":\"Chest"
                + " X-ray\",\"evidence\":[\"u2\"]}]}"));
    String path = note() + "/suggestions";

    Answer written = service.result(service.post(path, MODEL).is(202));

    assertThat(service.get(path).is(200).text()).doesNotContain("71046");
    assertThat(written.text()).contains("71046").contains("openai/played");
  }

  @Test
  void whatTheRulesSuggestStaysWhenALanguageModelIsDown() {
    SERVER.at(CHAT, DOWN);

    Answer written = service.result(service.post(note() + "/suggestions", MODEL).is(202));

    assertThat(written.text()).contains("openai/played suggested nothing").contains("builtin");
  }

  private Answer regenerated(String path, String section, boolean preview) {
    String wanted =
        "{\"section\": \"%s\", \"languageModel\": \"openai\", \"preview\": %s}"
            .formatted(section, preview);
    return service
        .post(path + ":regenerate")
        .json(wanted)
        .ifMatch(service.get(path).is(200))
        .send()
        .is(202);
  }

  private static List<String> texts(JsonNode sections, String title) {
    return sections
        .valueStream()
        .filter(section -> section.get("title").asString().equals(title))
        .flatMap(section -> section.get("statements").valueStream())
        .map(statement -> statement.get("text").asString())
        .toList();
  }

  @Test
  void aSectionThatBuiltinWritesInAModelsPlaceHoldsWhatBelongsInItAndNothingElse() {
    List<Role> failing =
        List.of(DOWN, saying("no JSON"), saying(note("Elsewhere", "Purple tables sing.", "u9")));
    String path = note();
    JsonNode before = service.get(path).is(200).json().get("sections");
    for (Role role : failing) {
      SERVER.at(CHAT, role);
      JsonNode now = service.get(path).json().get("sections");

      Answer asked = regenerated(path, "Subjective", true);
      JsonNode preview = service.result(asked).json();
      assertThat(preview.at("/writer/fallback").asString()).isEqualTo("builtin");
      assertThat(preview.at("/writer/requested").asString()).isEqualTo("openai/played");
      assertThat(preview.at("/writer/reason").asString()).isNotBlank();
      assertThat(preview.at("/written/statements").valueStream().map(s -> s.get("text").asString()))
          .containsExactlyElementsOf(texts(before, "Subjective"));
      assertThat(service.get(path).json().get("sections")).isEqualTo(now);

      service.result(regenerated(path, "Subjective", false));
      JsonNode written = service.get(path).json();
      assertThat(written.at("/writer/fallback").asString()).isEqualTo("builtin");
      assertThat(written.at("/writer/reason").asString())
          .startsWith("Subjective was written by builtin. ")
          .hasSizeGreaterThan(60);
      JsonNode after = written.get("sections");
      for (String title : List.of("Subjective", "Objective", "Plan")) {
        assertThat(texts(after, title)).as(title).isEqualTo(texts(before, title)).isNotEmpty();
      }
    }
    SERVER.at(
        CHAT, saying(note("Subjective", "The patient has had a dry cough for two weeks.", "u2")));
    service.result(regenerated(path, "Subjective", false));
    // The played model answers one question only, so that it is asked in one prompt.
    JsonNode writer = service.get(path).json().get("writer");
    assertThat(writer.get("fallback").asString()).isNotEqualTo("builtin");
    assertThat(writer.get("reason").asString())
        .startsWith("Subjective was written by openai/played. ")
        .doesNotContain("builtin");
  }

  @Test
  void aSectionThatAModelWritesIsTakenFromItsPreview() {
    String text = "The patient has had a dry cough for two weeks.";
    SERVER.at(CHAT, saying(note("Subjective", text, "u2")));
    String path = note();
    JsonNode before = service.get(path).json().get("sections");

    Answer asked = regenerated(path, "Subjective", true);
    assertThat(service.result(asked).json().at("/writer/model").asString())
        .isEqualTo("openai/played");
    JsonNode taken =
        service
            .post(path + ":take-section")
            .json("{\"job\": \"%s\"}".formatted(asked.id()))
            .ifMatch(service.get(path))
            .send()
            .is(200)
            .json()
            .get("sections");

    assertThat(texts(taken, "Subjective")).containsExactly(text);
    assertThat(texts(taken, "Plan")).isEqualTo(texts(before, "Plan"));
  }

  @Test
  void aLanguageModelThatLacksSomethingIsRefusedAtOnce() {
    service
        .post(note() + "/documents/referral", "{\"languageModel\": \"azure\"}")
        .isProblem(503, "not-ready");
  }

  @Test
  void anUnknownFieldAndAnUnknownQueryAreRefusedByName() {
    String path = note();
    assertThat(
            service
                .post(path + "/suggestions", "{\"modle\": \"x\"}")
                .isProblem(400, "invalid-request")
                .text())
        .contains("modle");
    assertThat(
            service.get(path + "/suggestions?patiant=new").isProblem(400, "invalid-request").text())
        .contains("patiant")
        .contains("minutes, patient");
    service.get(path + "?x=1").isProblem(400, "invalid-request");
  }
}
