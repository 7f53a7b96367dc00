package io.github.ambientgpt.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Gives each operation its example: parameters, request and answer, as they were recorded from what
 * is really served, under the operation's name in {@code examples.json}.
 */
final class DocumentedExamples implements OpenApiCustomizer {
  private static final String FILE = "examples.json";

  @Override
  public void customise(OpenAPI document) {
    JsonNode examples = read(); // now, and not at the start: few ask for the document
    document
        .getPaths()
        .values()
        .forEach(
            path ->
                path.readOperations()
                    .forEach(
                        operation ->
                            describe(operation, examples.path(operation.getOperationId()))));
  }

  private static JsonNode read() {
    try (InputStream in = DocumentedExamples.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void describe(Operation operation, JsonNode example) {
    List<Parameter> parameters = operation.getParameters();
    for (Parameter parameter : parameters == null ? List.<Parameter>of() : parameters) {
      JsonNode value = example.path("parameters").path(parameter.getName());
      if (!value.isMissingNode()) {
        boolean number = parameter.getSchema().getTypes().contains("integer");
        parameter.setExample(number ? value.asLong() : value.asText());
      }
    }
    if (operation.getRequestBody() != null) {
      describe(operation.getRequestBody().getContent(), example.path("request"));
    }
    JsonNode answer = example.path("answer");
    ApiResponse documented = operation.getResponses().get(answer.path("status").asText());
    if (documented != null) {
      describe(documented.getContent(), answer);
    }
  }

  private static void describe(@Nullable Content content, JsonNode message) {
    if (content == null || message.path("body").isMissingNode()) {
      return;
    }
    String type = message.path("type").asText();
    for (Map.Entry<String, MediaType> each : content.entrySet()) {
      if (org.springframework.http.MediaType.parseMediaType(each.getKey())
          .includes(org.springframework.http.MediaType.parseMediaType(type))) {
        each.getValue().setExample(message.get("body"));
      }
    }
  }
}
