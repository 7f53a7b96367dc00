package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who sees a visit besides the clinician that it belongs to. */
@RestController
@Tag(name = "sharing")
class ShareController {
  private final Shares shares;

  /**
   * @param mayEdit true: to work with the visit as one's own, except to delete or share it; false:
   *     to read it
   */
  record ShareRequest(boolean mayEdit) {}

  /**
   * @param reason in one's own words; the visit's clinician reads it
   */
  record BreakGlassRequest(
      @NotNull Purpose purpose, @NotNull @Size(min = 10, max = 1000) String reason) {
    /** Without the reason, which may name a patient. */
    @Override
    public String toString() {
      return "BreakGlassRequest[" + purpose + "]";
    }
  }

  /**
   * @param until when the glass is whole again
   */
  record GlassBroken(UUID encounterId, Instant until) {}

  ShareController(Shares shares) {
    this.shares = shares;
  }

  @GetMapping("/api/v1/encounters/{id}/accesses")
  @Operation(
      operationId = "listAccesses",
      summary = "Who else sees a visit, and which admins broke its glass")
  Page<Access> list(@PathVariable UUID id) {
    return Page.whole(shares.list(id));
  }

  @PutMapping("/api/v1/encounters/{id}/shares/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "shareEncounter", summary = "Shares one's own visit with a colleague")
  void share(
      @PathVariable UUID id, @PathVariable UUID userId, @Valid @RequestBody ShareRequest how) {
    shares.share(id, userId, how.mayEdit());
  }

  @DeleteMapping("/api/v1/encounters/{id}/shares/{userId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "unshareEncounter", summary = "Takes a share back")
  void unshare(@PathVariable UUID id, @PathVariable UUID userId) {
    shares.unshare(id, userId);
  }

  @PostMapping("/api/v1/encounters/{id}:break-glass")
  @Operation(
      operationId = "breakGlass",
      summary = "Lets an admin read a visit for an hour; the audit log and its clinician see that")
  GlassBroken breakGlass(@PathVariable UUID id, @Valid @RequestBody BreakGlassRequest why) {
    return new GlassBroken(id, shares.breakGlass(id, why.purpose(), why.reason().strip()));
  }

  @GetMapping("/api/v1/admin/encounters")
  @Operation(
      operationId = "listAllEncounters",
      summary = "That visits exist and whose they are, the newest first; nothing of what they say")
  Page<EncounterStub> all(@ModelAttribute @Valid PageQuery page) {
    return shares.stubs(page);
  }
}
