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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds what is served against what the OpenAPI document says of it. */
public final class Contract {
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

  public static Contract of(URI base) {
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
    Optional<Operation> found = operation(request.method(), path);
    if (found.isEmpty()) {
      assertThat(answer.statusCode())
          .as("%s %s is not documented", request.method(), path)
          .isIn(400, 404, 405);
      return;
    }
    JsonNode documented =
        resolved(found.get().document().path("responses").path("" + answer.statusCode()));
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
      assertThat(faults(content.path(type).path("schema"), text(answer)))
          .as(() -> what + " is not as documented: " + text(answer))
          .isEmpty();
    }
  }

  /** What of a JSON text is not as a schema of the document says. */
  public List<String> faults(JsonNode schema, String json) {
    return validator.validate(schema(schema), json).getErrors().stream()
        .map(e -> e.getInstanceLocation() + " " + e.getError())
        .toList();
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

  /** What a reference leads to, or what is there itself. */
  private JsonNode resolved(JsonNode node) {
    return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
  }

  /**
   * What a request asks for.
   *
   * @param template its path, such as {@code /api/v1/notes/{id}}
   */
  record Operation(String template, JsonNode document) {
    String name() {
      return document.get("operationId").asString();
    }

    /** What stands in the path in place of its parameters, by name. */
    Map<String, String> parameters(String path) {
      Map<String, String> values = new LinkedHashMap<>();
      Matcher names = Pattern.compile("\\{([^}]*)}").matcher(template);
      Matcher found = pattern(template).matcher(path);
      for (int group = 1; found.matches() && names.find(); group++) {
        values.put(names.group(1), found.group(group));
      }
      return values;
    }
  }

  /** The one that a request of this method and path asks for, if it is documented. */
  Optional<Operation> operation(String method, String path) {
    String verb = method.toLowerCase(Locale.ROOT);
    return document
        .path("paths")
        .propertyStream()
        .filter(entry -> pattern(entry.getKey()).matcher(path).matches())
        .filter(entry -> entry.getValue().has(verb))
        .max(Comparator.comparingInt(entry -> entry.getKey().replaceAll("\\{[^}]*}", "").length()))
        .map(entry -> new Operation(entry.getKey(), entry.getValue().get(verb)));
  }

  private static Pattern pattern(String path) {
    return Pattern.compile(Pattern.quote(path).replaceAll("\\{[^}]*}", "\\\\E([^/]+?)\\\\Q"));
  }
}
