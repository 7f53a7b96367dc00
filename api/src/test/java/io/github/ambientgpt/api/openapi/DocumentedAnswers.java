package io.github.ambientgpt.api.openapi;

import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.api.problem.StatusProblems;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Says of each operation what else it may answer, and by which headers. Each problem is described
 * once, as a component, and an operation refers to it.
 */
final class DocumentedAnswers implements OpenApiCustomizer {
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String EVENTS = "text/event-stream";
  private static final String REFERENCE = "#/components/responses/Problem";

  private static final Map<String, String> PROBLEMS =
      Map.ofEntries(
          Map.entry("400", "The request is wrong"),
          Map.entry("401", "Nobody is logged in"),
          Map.entry("403", "That is not allowed"),
          Map.entry("404", "There is no such thing"),
          Map.entry("406", "It is not to be had in that form"),
          Map.entry("409", "The state of things does not allow it"),
          Map.entry(
              "412", "Somebody else changed it meanwhile; for tus, another version is needed"),
          Map.entry("413", "That is too large"),
          Map.entry("415", "That form is not read"),
          Map.entry("416", "There is no such range"),
          Map.entry("422", "What was given cannot be used"),
          Map.entry("428", "If-Match is missing"),
          Map.entry("429", "That is too much at once"),
          Map.entry("460", "The checksum does not hold"),
          Map.entry("500", "The service has a defect"),
          Map.entry("502", "A recognizer or language model failed"),
          Map.entry("503", "The service cannot do that now"),
          Map.entry("507", "The disk is full"));

  @Override
  public void customise(OpenAPI document) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
    PROBLEMS.forEach(
        (status, description) ->
            document
                .getComponents()
                .addResponses("Problem" + status, response(status, description)));
    document
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach((method, operation) -> describe(path, method, operation)));
  }

  private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
    boolean makes =
        method == PathItem.HttpMethod.POST
            && (operation.getResponses().containsKey("201")
                || operation.getResponses().containsKey("202"));
    if (makes && !has(operation, "Idempotency-Key")) {
      operation.addParametersItem(
          new HeaderParameter()
              .name("Idempotency-Key")
              .description(
                  "Any text of one's own: the same request with the same key is done once, and"
                      + " answered alike")
              .schema(new StringSchema().minLength(1).maxLength(255)));
    }
    describeSuccess(operation);
    refer(operation);
    problem(operation, "400");
    problem(operation, "401");
    problem(operation, "403");
    problem(operation, "406");
    problem(operation, "500");
    problem(operation, "503");
    if (path.contains("{")) {
      problem(operation, "404");
    }
    if (has(operation, "Range")) {
      problem(operation, "416");
    }
    if (has(operation, IfMatchParameter.NAME)) {
      problem(operation, "412");
      problem(operation, "428");
    }
    if (method != PathItem.HttpMethod.GET || path.startsWith("/api/v1/recordings/{id}/")) {
      problem(operation, "409"); // what is still received cannot be heard
    }
    if (operation.getRequestBody() != null) {
      problem(operation, "413");
      problem(operation, "415");
      problem(operation, "507");
    }
    if (operation.getTags() != null && operation.getTags().contains("login")) {
      problem(operation, "429");
    }
    problem(operation, "422");
    problem(operation, "502");
  }

  private static void describeSuccess(Operation operation) {
    operation
        .getResponses()
        .forEach(
            (status, answer) -> {
              if (status.equals("201") || status.equals("202")) {
                answer.addHeaderObject(
                    "Location",
                    new Header().description("What was made").schema(new StringSchema()));
              }
              if (answer.getContent() != null && answer.getContent().containsKey(EVENTS)) {
                // No schema of OpenAPI 3.1 says what a stream of events looks like.
                answer.getContent().get(EVENTS).setSchema(null);
              }
            });
  }

  private static boolean has(Operation operation, String parameter) {
    List<Parameter> parameters = operation.getParameters();
    return parameters != null
        && parameters.stream().anyMatch(each -> parameter.equals(each.getName()));
  }

  /** What a controller says of itself, too. */
  private static void refer(Operation operation) {
    operation
        .getResponses()
        .replaceAll((status, answer) -> PROBLEMS.containsKey(status) ? reference(status) : answer);
  }

  private static void problem(Operation operation, String status) {
    operation.getResponses().putIfAbsent(status, reference(status));
  }

  private static ApiResponse reference(String status) {
    return new ApiResponse().$ref(REFERENCE + status);
  }

  private static ApiResponse response(String status, String description) {
    return new ApiResponse()
        .description(description)
        .content(
            new Content()
                .addMediaType(
                    PROBLEM_JSON,
                    new MediaType()
                        .schema(new Schema<>().$ref("#/components/schemas/Problem"))
                        .example(example(Integer.parseInt(status)))));
  }

  /** What is answered when nobody says more. */
  private static Map<String, Object> example(int status) {
    Problem problem = StatusProblems.of(status);
    Map<String, Object> example = new LinkedHashMap<>();
    example.put("type", problem.type().toString());
    example.put("title", problem.title());
    example.put("status", problem.status());
    example.put("detail", problem.detail());
    return example;
  }
}
