package io.github.ambientgpt.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The routes are as {@code bridge/openapi.json} describes them, which is what is served. */
class OpenApiTest extends WithPlayedOllama {
  private static final Path COMMITTED =
      Path.of(System.getProperty("project.root", ".."), "bridge", "openapi.json");

  /** Where a test alone has it: made of the routes themselves. */
  private static final String DESCRIBED = "/described";

  @Test
  void theCommittedDescriptionIsThatOfTheRoutes() throws IOException {
    HttpResponse<String> described = get(DESCRIBED);
    assertThat(described.statusCode()).isEqualTo(200);
    String pretty =
        JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(json(described.body()))
                .replace("\r\n", "\n")
            + "\n";
    if (Boolean.getBoolean("openapi.write")) {
      Files.writeString(COMMITTED, pretty);
    }

    assertThat(Files.readString(COMMITTED).replace("\r\n", "\n"))
        .as("Write it anew with: ./mvnw test -pl bridge -Dtest=OpenApiTest -Dopenapi.write=true")
        .isEqualTo(pretty);
  }

  @Test
  void theCommittedDescriptionIsServed() throws IOException {
    HttpResponse<String> served = get("/v3/api-docs");

    assertThat(served.statusCode()).isEqualTo(200);
    assertThat(served.headers().firstValue("content-type")).contains("application/json");
    assertThat(json(served.body())).isEqualTo(json(Files.readString(COMMITTED)));
  }

  @Test
  void everyOperationSaysWhatCanGoWrong() {
    JsonNode document = json(get(DESCRIBED).body());

    assertThat(document.path("openapi").asString()).startsWith("3.1");
    assertThat(document.path("paths").propertyNames())
        .contains(
            "/generate_note",
            "/cleanup",
            "/cleanup_transcription",
            "/api/v1/generate",
            "/api/v1/models",
            "/api/v1/models/{name}",
            "/api/v1/queue",
            "/v1/chat/completions",
            "/v1/models");
    document
        .path("paths")
        .forEach(
            path ->
                path.forEach(
                    operation -> {
                      assertThat(operation.path("operationId").asString()).isNotBlank();
                      assertThat(operation.path("summary").asString()).isNotBlank();
                      assertThat(operation.path("responses").has("401")).isTrue();
                    }));
    assertThat(document.at("/paths/~1api~1v1~1generate/post/responses").propertyNames())
        .contains("200", "400", "401", "404", "406", "413", "429", "502", "503", "504");
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    JsonNode document = json(get(DESCRIBED).body());

    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            reference ->
                assertThat(document.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
    assertThat(document.at("/components/schemas").propertyNames())
        .doesNotContain("JsonNode", "HttpHeaders", "MediaType");
  }
}
