package io.github.ambientgpt.api.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.Contract;
import io.github.ambientgpt.api.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The description of the code is what is committed, and what is served. */
@ApiTest
class OpenApiTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final Path COMMITTED = Path.of("openapi.json");
  private static final String WRITE = "openapi.write";

  private final Service service;
  private final JsonNode document;
  private final RequestMappingHandlerMapping mappings;

  OpenApiTest(
      @LocalServerPort int port,
      @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
    this.service = Service.at(port);
    this.document = service.get("/described").is(200).json();
    this.mappings = mappings;
  }

  @Test
  void theCommittedDocumentIsServed() throws IOException {
    assertThat(service.get("/v3/api-docs").is(200).json())
        .isEqualTo(JSON.readTree(Files.readString(COMMITTED)));
  }

  @Test
  void theCommittedDocumentIsTheDescriptionOfTheCode() throws IOException {
    String described = JSON.writeValueAsString(document).replace("\r\n", "\n") + "\n";
    if (Boolean.getBoolean(WRITE)) {
      Files.writeString(COMMITTED, described);
    }

    assertThat(Files.readString(COMMITTED).replace("\r\n", "\n"))
        .as("write it anew: ./mvnw -pl api test -Dtest=OpenApiTest -D%s=true", WRITE)
        .isEqualTo(described);
  }

  @Test
  void whatIsServedIsDocumentedAndTheReverse() {
    Set<String> served = new TreeSet<>();
    mappings
        .getHandlerMethods()
        .keySet()
        .forEach(
            info ->
                info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/v1/"))
                    .forEach(
                        path ->
                            info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path))));
    Set<String> documented = new TreeSet<>();
    operations(
        (path, method, operation) -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path));
    documented.removeIf(each -> !each.contains(" /api/v1/"));

    assertThat(documented).isEqualTo(served);
  }

  @Test
  void eachOperationSaysWhatItDoesAndWhatItAnswers() {
    List<String> faults = new ArrayList<>();
    operations(
        (path, method, operation) -> {
          if (!path.startsWith("/api/v1/")) {
            return;
          }
          if (!operation.has("summary") || operation.path("operationId").asString().contains("_")) {
            faults.add(method + " " + path + " has no summary or no name of its own");
          }
          boolean success =
              operation.get("responses").propertyNames().stream()
                  .anyMatch(status -> status.startsWith("2"));
          if (!success || !operation.get("responses").has("400")) {
            faults.add(method + " " + path + " does not say what it answers");
          }
        });

    assertThat(faults).isEmpty();
  }

  @Test
  void everyTextThatIsTakenHasALimit() {
    List<String> unlimited = new ArrayList<>();
    operations(
        (path, method, operation) -> {
          JsonNode body = operation.at("/requestBody/content/application~1json/schema");
          if (!body.isMissingNode()) {
            unlimited(body, operation.get("operationId").asString(), unlimited, new TreeSet<>());
          }
        });

    assertThat(unlimited).isEmpty();
  }

  @Test
  void everyParameterHasALimit() {
    Set<String> unlimited = new TreeSet<>();
    operations(
        (path, method, operation) ->
            operation
                .path("parameters")
                .valueStream()
                .map(this::resolved)
                .filter(parameter -> !hasLimit(resolved(parameter.get("schema"))))
                .forEach(
                    parameter ->
                        unlimited.add(
                            operation.get("operationId").asString()
                                + " "
                                + parameter.get("name").asString())));

    assertThat(unlimited).isEmpty();
  }

  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /** A format is one, too: an int64 is below 2^63, a uuid has 36 characters. */
  private static boolean hasLimit(JsonNode schema) {
    JsonNode types = schema.path("type");
    return (types.isArray() ? types.valueStream() : Stream.of(types))
        .map(JsonNode::asString)
        .allMatch(
            type ->
                switch (type) {
                  case "string" ->
                      Set.of("maxLength", "format", "enum", "pattern").stream()
                          .anyMatch(schema::has);
                  case "integer", "number" ->
                      (schema.has("minimum") || schema.has("exclusiveMinimum"))
                          && (schema.has("maximum") || schema.has("format"));
                  default -> type.equals("boolean") || type.equals("null");
                });
  }

  @Test
  void noExampleTellsOfTheMachineThatWroteIt() {
    assertThat(JSON.writeValueAsString(document))
        .doesNotContain(System.getProperty("user.home") + "/")
        .doesNotContainPattern("/tmp/|/home/|/Users/|\\\\Temp\\\\|ambient-gpt-models\\d");
  }

  @Test
  void everyExampleIsAsItsOperationSays() {
    List<String> faults = new ArrayList<>();
    Contract contract = Contract.of(service.base());
    operations(
        (path, method, operation) -> {
          String name = operation.get("operationId").asString();
          operation
              .path("parameters")
              .valueStream()
              .filter(parameter -> parameter.has("example"))
              .forEach(
                  parameter ->
                      contract
                          .faults(parameter.get("schema"), parameter.get("example").toString())
                          .forEach(f -> faults.add(name + " " + parameter.get("name") + f)));
          List<JsonNode> contents = new ArrayList<>();
          contents.add(operation.at("/requestBody/content"));
          operation
              .path("responses")
              .valueStream()
              .forEach(answer -> contents.add(answer.path("content")));
          contents.stream()
              .flatMap(JsonNode::valueStream)
              .filter(content -> content.has("example") && content.has("schema"))
              .forEach(
                  content ->
                      contract
                          .faults(content.path("schema"), content.get("example").toString())
                          .forEach(f -> faults.add(name + f)));
        });

    assertThat(faults).isEmpty();
  }

  @Test
  void theDocumentHasAnExampleOfEachOperation() {
    Set<String> without = new TreeSet<>();
    operations(
        (path, method, operation) -> {
          boolean has =
              operation.findValue("example") != null || operation.path("parameters").isEmpty();
          boolean json =
              operation
                  .path("responses")
                  .propertyStream()
                  .filter(answer -> answer.getKey().startsWith("2"))
                  .map(answer -> answer.getValue().at("/content/application~1json"))
                  .allMatch(content -> content.isMissingNode() || content.has("example"));
          if (!has || !json) {
            without.add(operation.get("operationId").asString());
          }
        });

    assertThat(without)
        .as("write them: ./mvnw -pl api test -Dtest=ExamplesTest -Dopenapi.write=true")
        .isEmpty();
  }

  private void unlimited(JsonNode schema, String at, List<String> faults, Set<String> seen) {
    if (schema.has("$ref")) {
      String pointer = schema.get("$ref").asString().substring(1);
      if (seen.add(pointer)) {
        unlimited(document.at(pointer), at, faults, seen);
      }
      return;
    }
    if (schema.path("type").asString("").equals("string")
        && !schema.has("maxLength")
        && !schema.has("format")
        && !schema.has("enum")
        && !schema.has("pattern")) {
      faults.add(at);
    }
    if (schema.path("type").asString("").equals("array") && !schema.has("maxItems")) {
      faults.add(at + "[]");
    }
    schema
        .path("properties")
        .propertyStream()
        .forEach(each -> unlimited(each.getValue(), at + "." + each.getKey(), faults, seen));
    if (schema.has("items")) {
      unlimited(schema.get("items"), at + "[]", faults, seen);
    }
  }

  private interface Visitor {
    void visit(String path, String method, JsonNode operation);
  }

  private void operations(Visitor visitor) {
    document
        .get("paths")
        .propertyStream()
        .forEach(
            path ->
                path.getValue()
                    .propertyStream()
                    .forEach(each -> visitor.visit(path.getKey(), each.getKey(), each.getValue())));
  }
}
