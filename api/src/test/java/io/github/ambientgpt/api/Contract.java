package io.github.ambientgpt.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrel.jsonschema.Validator;
import dev.harrel.jsonschema.ValidatorFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is served against what the OpenAPI document says of it. */
final class Contract {
  private static final Map<URI, Contract> BY_SERVICE = new ConcurrentHashMap<>();
  private static final String URN = "urn:openapi";

  private final JsonNode document;
  private final Validator validator;

  private final Map<String, URI> schemas = new ConcurrentHashMap<>();

  private Contract(JsonNode document) {
    this.document = document;
    this.validator = new ValidatorFactory().withDisabledSchemaValidation(true).createValidator();
    validator.registerSchema(URI.create(URN), document.toString());
  }

  static Contract of(URI base) {
    return BY_SERVICE.computeIfAbsent(base, Contract::read);
  }

  private static Contract read(URI base) {
    try {
      HttpRequest request = HttpRequest.newBuilder(base.resolve("/v3/api-docs")).build();
      String text =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
      return new Contract(JsonMapper.shared().readTree(text));
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  void check(HttpRequest request, HttpResponse<byte[]> answer) {
    String path = request.uri().getPath();
    if (!path.startsWith("/api/v1/")) {
      return;
    }
    Optional<JsonNode> found = operation(request.method(), path);
    if (found.isEmpty()) {
      assertThat(answer.statusCode())
          .as("%s %s is not documented", request.method(), path)
          .isIn(400, 404, 405);
      return;
    }
    JsonNode documented = found.get().path("responses").path("" + answer.statusCode());
    String what = "%s %s: %s".formatted(request.method(), path, answer.statusCode());
    if (answer.statusCode() == 405) {
      return;
    }
    assertThat(documented.isMissingNode())
        .as("%s is not documented: %s", what, text(answer))
        .isFalse();
    if (answer.body().length == 0) {
      return;
    }
    String type = Service.mediaType(answer).orElse("");
    JsonNode content = documented.path("content");
    assertThat(content.propertyNames())
        .as("The form of %s", what)
        .anyMatch(each -> matches(each, type));
    if (type.endsWith("json") && content.has(type)) {
      Validator.Result result =
          validator.validate(schema(content.path(type).path("schema")), text(answer));
      assertThat(result.isValid())
          .as(
              () ->
                  what
                      + " is not as documented: "
                      + result.getErrors().stream()
                          .map(e -> e.getInstanceLocation() + " " + e.getError())
                          .toList()
                      + " "
                      + text(answer))
          .isTrue();
    }
  }

  /** As a schema of its own, whose references lead into the document. */
  private synchronized URI schema(JsonNode schema) {
    String text = schema.toString().replace("\"#/", "\"" + URN + "#/");
    return schemas.computeIfAbsent(
        text, each -> validator.registerSchema(URI.create("urn:schema:" + schemas.size()), each));
  }

  private static boolean matches(String documented, String served) {
    return served.matches(Pattern.quote(documented).replace("*", "\\E.*\\Q"));
  }

  private static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  private Optional<JsonNode> operation(String method, String path) {
    return document
        .path("paths")
        .propertyStream()
        .filter(entry -> pattern(entry.getKey()).matcher(path).matches())
        .filter(entry -> entry.getValue().has(method.toLowerCase()))
        .max(Comparator.comparingInt(entry -> entry.getKey().replaceAll("\\{[^}]*}", "").length()))
        .map(entry -> entry.getValue().get(method.toLowerCase()));
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E[^/]+?\\\\Q"));
  }
}
