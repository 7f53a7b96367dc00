package io.github.ambientgpt.api.retention;

import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "retention")
class RetentionController {
  private final Retention retention;

  RetentionController(Retention retention) {
    this.retention = retention;
  }

  @GetMapping("/api/v1/admin/retention/due")
  @Operation(
      operationId = "previewRetention",
      summary = "What the rules of retention would delete now; nothing of what it says")
  Page<Retention.DueItem> preview() {
    return Page.whole(retention.preview());
  }
}
