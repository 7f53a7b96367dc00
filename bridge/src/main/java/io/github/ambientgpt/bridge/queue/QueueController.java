package io.github.ambientgpt.bridge.queue;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "queue")
class QueueController {
  private final RequestQueue queue;

  QueueController(RequestQueue queue) {
    this.queue = queue;
  }

  @GetMapping(path = "/api/v1/queue", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "queue",
      summary = "How busy the bridge is, and how long a wait would be")
  QueueState state() {
    return queue.state();
  }
}
