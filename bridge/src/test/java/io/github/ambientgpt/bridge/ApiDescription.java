package io.github.ambientgpt.bridge;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** What OpenAPI cannot see in the code: the token, and what can go wrong. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  private static final String TOKEN = "token";
  private static final String PROBLEM = "Problem";
  private static final String OPENAI = "OpenAiError";

  static {
    SpringDocUtils.getConfig().replaceWithClass(JsonNode.class, Object.class);
  }

  private static final Map<String, String> EVERYWHERE =
      Map.of(
          "401", "The token is missing or wrong",
          "403", "Without a token, only this machine's own names are served",
          "406", "The answer does not come in that type",
          "500", "A defect; the log says where");

  private static final Map<String, String> READING =
      Map.of(
          "400", "The request says something wrong; `detail` says what",
          "413", "The request, or the prompt, is too long",
          "415", "The request is not JSON");

  private static final Map<String, String> OLLAMA =
      Map.of(
          "404", "Ollama has no such model",
          "502", "Ollama failed, or gave no whole answer",
          "503", "Ollama cannot be reached or is busy; `Retry-After` says when to try again",
          "504", "Too late");

  private static final Map<String, String> QUEUE =
      Map.of("429", "The queue is full; `Retry-After` says when to try again");

  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Ambient GPT Notes: bridge")
                .description("A queue in front of Ollama. README.md says more.")
                .version("v1")
                .license(
                    new License()
                        .name("Apache-2.0")
                        .url("https://www.apache.org/licenses/LICENSE-2.0.txt")))
        .servers(List.of(new Server().url("/")))
        .components(
            new Components()
                .addSecuritySchemes(
                    TOKEN, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"))
                .addSchemas(PROBLEM, problem())
                .addSchemas(OPENAI, openAiError()))
        .addSecurityItem(new SecurityRequirement().addList(TOKEN));
  }

  private static Schema<?> problem() {
    Schema<?> problem =
        new JsonSchema()
            .description("RFC 9457; some types have more fields")
            .addProperty(
                "type",
                new StringSchema()
                    .description("Stable: programs may go by it")
                    .example("urn:ambient-gpt:problem:queue-full"))
            .addProperty("title", new StringSchema())
            .addProperty("status", new IntegerSchema().format(null))
            .addProperty("detail", new StringSchema().description("What, why, and what to do"))
            .addProperty("instance", new StringSchema().format("uri-reference"));
    problem.addType("object");
    problem.setRequired(List.of("type", "title", "status", "detail"));
    return problem;
  }

  private static Schema<?> openAiError() {
    Schema<?> fault =
        new JsonSchema()
            .addProperty("message", new StringSchema())
            .addProperty("type", new StringSchema())
            .addProperty(
                "param", new JsonSchema().types(new LinkedHashSet<>(List.of("string", "null"))))
            .addProperty("code", new StringSchema());
    fault.addType("object");
    fault.setRequired(List.of("message", "type", "code"));
    Schema<?> error = new JsonSchema().addProperty("error", fault);
    error.addType("object");
    error.setRequired(List.of("error"));
    return error;
  }

  @Bean
  OpenApiCustomizer whatCanGoWrong() {
    return document ->
        document
            .getPaths()
            .forEach(
                (path, item) ->
                    item.readOperations().forEach(operation -> describe(path, operation)));
  }

  private static void describe(String path, Operation operation) {
    boolean reads = operation.getRequestBody() != null;
    boolean predecessors = operation.getTags() != null && operation.getTags().contains("lambient");
    add(operation, EVERYWHERE, path);
    if (predecessors) {
      return; // they say their own
    }
    if (reads) {
      add(operation, READING, path);
    }
    if (!path.equals("/api/v1/queue")) {
      add(operation, OLLAMA, path);
    }
    if (path.contains("generate") || path.contains("completions")) {
      add(operation, QUEUE, path);
    }
  }

  private static void add(Operation operation, Map<String, String> faults, String path) {
    faults.forEach(
        (status, said) -> {
          if (!operation.getResponses().containsKey(status)
              || !path.startsWith("/v1/")
                  && operation.getResponses().get(status).getContent() == null) {
            operation.getResponses().addApiResponse(status, fault(path, said));
          }
        });
  }

  /** OpenAI's clients have a shape of their own. */
  private static ApiResponse fault(String path, String said) {
    boolean openAi = path.startsWith("/v1/");
    return new ApiResponse()
        .description(said)
        .content(
            new Content()
                .addMediaType(
                    openAi ? "application/json" : "application/problem+json",
                    new MediaType()
                        .schema(
                            new JsonSchema()
                                .$ref("#/components/schemas/" + (openAi ? OPENAI : PROBLEM)))));
  }
}
