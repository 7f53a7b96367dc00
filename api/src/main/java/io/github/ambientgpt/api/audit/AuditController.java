package io.github.ambientgpt.api.audit;

import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "audit")
class AuditController {
  private final AuditLines lines;
  private final AuditVerification verification;

  AuditController(AuditLines lines, AuditVerification verification) {
    this.lines = lines;
    this.verification = verification;
  }

  /**
   * Which lines.
   *
   * @param from not before
   * @param to before
   * @param object such as {@code encounter/0199…}
   */
  record AuditQuery(
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable UUID actorId,
      @Size(max = 60) @Nullable String action,
      @Size(max = 200) @Nullable String object) {}

  @GetMapping("/api/v1/audit-lines")
  @Operation(operationId = "listAuditLines", summary = "Who did what, the newest first")
  Page<AuditLine> list(
      @ModelAttribute @Valid AuditQuery query, @ModelAttribute @Valid PageQuery page) {
    return lines.list(query, page);
  }

  @PostMapping("/api/v1/audit-lines:verify")
  @Operation(
      operationId = "verifyAuditLines",
      summary = "Looks through the whole log for what was changed, removed, reordered or cut")
  AuditFinding verify() {
    return verification.verify(null);
  }
}
