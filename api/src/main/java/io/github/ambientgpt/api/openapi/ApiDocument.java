package io.github.ambientgpt.api.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The description of the routes, as it was committed: a test makes it and holds it to the code.
 * What makes it would be megabytes of the image and a part of each start.
 */
@Hidden
@RestController
class ApiDocument {
  private static final Resource DOCUMENT = new ClassPathResource("openapi.json");

  @GetMapping(path = "/v3/api-docs", produces = MediaType.APPLICATION_JSON_VALUE)
  Resource document() {
    return DOCUMENT;
  }
}
