package io.github.ambientgpt.api.retention;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "retention")
class RetentionController {
  private final Retention retention;

  RetentionController(Retention retention) {
    this.retention = retention;
  }

  @GetMapping("/api/v1/admin/retention")
  @Operation(
      operationId = "listRetentionRules",
      summary = "How long what is kept, and what the rules would delete now",
      description =
          "The rules are settings of the service, and a job of each hour keeps them. Signed notes are in none.")
  List<RetentionView> list() {
    return retention.rules();
  }
}
