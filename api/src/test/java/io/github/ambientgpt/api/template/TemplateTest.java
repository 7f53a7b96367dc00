package io.github.ambientgpt.api.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Service;
import io.github.ambientgpt.api.Service.Answer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.json.JsonMapper;

@ApiTest
class TemplateTest {
  private final Service service;

  TemplateTest(@LocalServerPort int port) {
    service = Service.at(port);
  }

  @Test
  void allTemplatesThatComeWithTheProgramAreThere() {
    Answer list = service.get("/api/v1/templates").is(200);

    assertThat(list.json().get("items").findValuesAsString("name"))
        .contains("SOAP", "Discharge Summary", "History and Physical")
        .hasSizeGreaterThanOrEqualTo(15);
  }

  @Test
  void aTemplateIsFoundWhateverTheCaseOfItsName() {
    Answer found = service.get("/api/v1/templates/well-child-visit").is(200);

    assertThat(found.json().get("name").asString()).isEqualTo("Well-Child Visit");
    assertThat(found.json().get("own").asBoolean()).isFalse();
    assertThat(found.json().get("sections")).isNotEmpty();
  }

  @Test
  void anUnknownNameSaysWhichThereAre() {
    assertThat(service.get("/api/v1/templates/sope").isProblem(422, "unknown-name").text())
        .contains("SOAP");
  }

  @Test
  void oneOfOnesOwnIsMadeChangedAndDeleted() {
    Answer made = create("Knee clinic", "Findings").is(201);
    String path = made.header("Location");
    assertThat(service.get(path).is(200).json().get("own").asBoolean()).isTrue();

    Answer changed =
        service
            .ask("PUT", path)
            .ifMatch(made)
            .json(body("Knee clinic", "What was found"))
            .send()
            .is(200);
    assertThat(changed.json().at("/sections/0/title").asString()).isEqualTo("What was found");
    service
        .ask("PUT", path)
        .ifMatch(made)
        .json(body("Knee clinic", "Lost"))
        .send()
        .isProblem(412, "edit-conflict");

    service.ask("DELETE", path).ifMatch(changed).send().is(204);
    service.get(path).isProblem(422, "unknown-name");
  }

  @Test
  void oneOfOnesOwnTakesThePlaceOfAnotherOfItsName() {
    Answer made = create("DAP", "All").is(201);

    assertThat(service.get("/api/v1/templates/dap").json().get("own").asBoolean()).isTrue();
    assertThat(service.get("/api/v1/templates").json().get("items").findValuesAsString("name"))
        .containsOnlyOnce("DAP");
    create("dap", "All").isProblem(409, "conflict");

    service.ask("DELETE", made.header("Location")).ifMatch(made).send().is(204);
    assertThat(service.get("/api/v1/templates/dap").json().get("own").asBoolean()).isFalse();
  }

  @Test
  void oneThatComesWithTheProgramIsNotChanged() {
    service
        .ask("PUT", "/api/v1/templates/SOAP")
        .header("If-Match", "\"1\"")
        .json(body("SOAP", "Everything"))
        .send()
        .isProblem(409, "conflict");
  }

  @Test
  void whatIsWrongInOneIsNamedByItsLine() {
    Answer refused =
        service
            .post("/api/v1/templates", source("name: Knee\nsections:\n  - titel: Findings\n"))
            .isProblem(422, "invalid-input");

    assertThat(refused.json().get("detail").asString()).contains("line 3", "titel");
  }

  private Answer create(String name, String title) {
    return service.post("/api/v1/templates", body(name, title));
  }

  private static String body(String name, String title) {
    return source(
        "name: %s\ndescription: For tests.\nsections:\n  - title: %s\n    holds: [examination]\n"
            .formatted(name, title));
  }

  private static String source(String yaml) {
    return JsonMapper.shared().createObjectNode().put("source", yaml).toString();
  }
}
