package io.github.ambientgpt.api.openapi;

import io.github.ambientgpt.api.problem.Problem;
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
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Says of each operation what else it may answer, and by which headers. */
final class DocumentedAnswers implements OpenApiCustomizer {
  private static final String PROBLEM_JSON = "application/problem+json";
  private static final String EVENTS = "text/event-stream";

  @Override
  public void customise(OpenAPI document) {
    ModelConverters.getInstance(true)
        .readAll(Problem.class)
        .forEach((name, schema) -> document.getComponents().addSchemas(name, schema));
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
                  "Any text of one's own: the same request with the same key is done once, and answered alike")
              .schema(new StringSchema().minLength(1).maxLength(255)));
    }
    describeSuccess(operation);
    problem(operation, "400", "The request is wrong");
    problem(operation, "401", "Nobody is logged in");
    problem(operation, "403", "That is not allowed");
    problem(operation, "406", "It is not to be had in that form");
    problem(operation, "500", "The service has a defect");
    problem(operation, "503", "The service cannot do that now");
    if (path.contains("{")) {
      problem(operation, "404", "There is no such thing");
    }
    if (has(operation, "Range")) {
      problem(operation, "416", "There is no such range");
    }
    if (has(operation, IfMatchParameter.NAME)) {
      problem(operation, "412", "Somebody else changed it meanwhile");
      problem(operation, "428", "If-Match is missing");
    }
    if (method != PathItem.HttpMethod.GET) {
      problem(operation, "409", "The state of things does not allow it");
    }
    if (operation.getRequestBody() != null) {
      problem(operation, "413", "That is too large");
      problem(operation, "415", "That form is not read");
      problem(operation, "507", "The disk is full");
    }
    if (operation.getTags() != null && operation.getTags().contains("login")) {
      problem(operation, "429", "That was tried too often");
    }
    problem(operation, "422", "What was given cannot be used");
    problem(operation, "502", "A recognizer or language model failed");
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
                answer.getContent().get(EVENTS).setSchema(new StringSchema());
              }
            });
  }

  private static boolean has(Operation operation, String parameter) {
    List<Parameter> parameters = operation.getParameters();
    return parameters != null
        && parameters.stream().anyMatch(each -> parameter.equals(each.getName()));
  }

  private static void problem(Operation operation, String status, String description) {
    Map<String, ApiResponse> answers = operation.getResponses();
    answers.putIfAbsent(
        status,
        new ApiResponse()
            .description(description)
            .content(
                new Content()
                    .addMediaType(
                        PROBLEM_JSON,
                        new MediaType()
                            .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }
}
