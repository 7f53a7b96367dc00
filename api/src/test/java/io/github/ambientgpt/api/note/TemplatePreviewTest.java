package io.github.ambientgpt.api.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class TemplatePreviewTest {
  private static final String ENGLISH =
      "Doctor: What brings you in?\n"
          + "Patient: A dry cough for two weeks.\n"
          + "Doctor: Take ibuprofen 400 milligrams twice a day.";
  private static final String GERMAN =
      "Arzt: Guten Tag, was führt Sie heute zu mir?\n"
          + "Patient: Ich habe seit zwei Wochen einen trockenen Husten und schlafe schlecht.\n"
          + "Arzt: Ich verschreibe Ihnen etwas gegen den Husten.";

  private final Service service;

  TemplatePreviewTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  private static String json(String name, String value) {
    return JsonMapper.shared().createObjectNode().put(name, value).toString();
  }

  private String transcript(String said) {
    String visit = service.encounter("Preview").header("Location");
    return service.post(visit + "/transcripts", json("content", said)).is(201).header("Location");
  }

  @Test
  void aTemplateThatIsNotKeptYetIsShownOnATranscript() {
    String source =
        "name: Call\n"
            + "description: A call\n"
            + "sections:\n"
            + "- title: What to take\n"
            + "  holds: [medications, plan]\n"
            + "  instruction: Drugs.\n";
    String transcript = transcript(ENGLISH);

    Answer preview = service.post(transcript + ":preview", json("source", source)).is(200);

    assertThat(preview.json().at("/note/template").asString()).isEqualTo("Call");
    assertThat(preview.json().at("/note/sections").findValuesAsString("title"))
        .containsOnly("What to take");
    assertThat(preview.json().at("/note/sections").findValuesAsString("text"))
        .anySatisfy(text -> assertThat(text).containsIgnoringCase("ibuprofen"));
    service.get("/api/v1/templates/Call").isProblem(422, "unknown-name");
  }

  @Test
  void aTemplateIsShownOnTheSampleWhereThereIsNoVisit() {
    Answer preview = service.post("/api/v1/templates:preview", json("template", "BIRP")).is(200);

    assertThat(preview.json().at("/note/template").asString()).isEqualTo("BIRP");
    assertThat(preview.json().at("/note/sections").findValuesAsString("text"))
        .anySatisfy(text -> assertThat(text).containsIgnoringCase("cough"));
    service.post("/api/v1/templates:preview", "{}").isProblem(400, "invalid-request");
    service
        .post("/api/v1/templates:preview", json("source", "name: ["))
        .isProblem(422, "invalid-input");
  }

  @Test
  void aTemplateIsNamedOrSentAndNotBoth() {
    String transcript = transcript(ENGLISH);

    service.post(transcript + ":preview", "{}").isProblem(400, "invalid-request");
    service
        .post(transcript + ":preview", "{\"template\": \"SOAP\", \"source\": \"name: x\"}")
        .isProblem(400, "invalid-request");
    service
        .post(transcript + ":preview", "{\"template\": \"sope\"}")
        .isProblem(422, "unknown-name");
    service
        .post(transcript + ":preview", "{\"source\": \"name: [\"}")
        .isProblem(422, "invalid-input");
  }

  @Test
  void anotherLanguageThanTheCheckersIsRefusedByAllThatReadIt() {
    String transcript = transcript(GERMAN);

    service
        .post(transcript + ":check", "{\"text\": \"Trockener Husten.\"}")
        .isProblem(422, "invalid-input");
    service
        .post(transcript + ":preview", "{\"template\": \"SOAP\"}")
        .isProblem(422, "invalid-input");
  }
}
