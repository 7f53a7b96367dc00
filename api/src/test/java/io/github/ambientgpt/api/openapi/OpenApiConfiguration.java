package io.github.ambientgpt.api.openapi;

import io.github.ambientgpt.api.web.IfMatch;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
  static {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(IfMatch.class)
        .replaceWithSchema(JsonNode.class, new Schema<>()); // any JSON
  }

  /** The same wherever it is served, so that a build can compare it. */
  @Bean
  OpenAPI openApi() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Ambient GPT Notes")
                .version("v1")
                .description(
                    "A visit, from the recording to the signed note. Errors are RFC 9457 problems"
                        + " with a stable type. What two people can edit carries an ETag and is"
                        + " changed under If-Match. Long work is a job.")
                .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
        .servers(List.of(new Server().url("/")));
  }

  @Bean
  OpenApiCustomizer documentedAnswers() {
    return new DocumentedAnswers();
  }

  @Bean
  OpenApiCustomizer documentedExamples() {
    return new DocumentedExamples();
  }
}
