package io.github.ambientgpt.api.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Gives each operation its example, which was recorded from what is really served. */
final class DocumentedExamples implements OpenApiCustomizer {
  private static final String FILE = "examples.json";
  private final JsonNode examples = read();

  private static JsonNode read() {
    try (InputStream in = DocumentedExamples.class.getResourceAsStream(FILE)) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void customise(OpenAPI document) {
    document.getPaths().values().forEach(path -> path.readOperations().forEach(this::describe));
  }

  private void describe(Operation operation) {
    JsonNode example = examples.path(operation.getOperationId());
    if (example.has("request") && operation.getRequestBody() != null) {
      json(operation.getRequestBody().getContent())
          .forEach(content -> content.setExample(example.get("request")));
    }
    for (Map.Entry<String, ApiResponse> answer : operation.getResponses().entrySet()) {
      JsonNode body = example.path("answers").path(answer.getKey());
      if (!body.isMissingNode() && answer.getValue().getContent() != null) {
        json(answer.getValue().getContent()).forEach(content -> content.setExample(body));
      }
    }
  }

  private static List<MediaType> json(Map<String, MediaType> content) {
    return content.entrySet().stream()
        .filter(entry -> entry.getKey().endsWith("json") || entry.getKey().equals("*/*"))
        .map(Map.Entry::getValue)
        .toList();
  }
}
