package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own tokens. A token makes no tokens. */
@RestController
@Tag(name = "tokens")
class TokenController {
  private static final int DAYS = 90;

  private final ApiTokens tokens;
  private final AuditLog audit;
  private final CurrentUser user;

  /**
   * @param name what to call it, such as the program that will use it
   * @param days how long it is valid; 90 when absent
   */
  record NewToken(
      @NotBlank @Size(max = 200) String name,
      @NotEmpty @Size(max = 5) Set<TokenScope> scopes,
      @Min(1) @Max(366) @Nullable Integer days) {}

  /**
   * @param secret what a program sends as Authorization: Bearer; told here once
   */
  record TokenMade(ApiToken token, String secret) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "TokenMade[" + token.id() + "]";
    }
  }

  TokenController(ApiTokens tokens, AuditLog audit, CurrentUser user) {
    this.audit = audit;
    this.tokens = tokens;
    this.user = user;
  }

  @GetMapping("/api/v1/tokens")
  @Operation(operationId = "listTokens", summary = "One's own tokens, the newest first")
  Page<ApiToken> list() {
    return Page.whole(tokens.list(user.get().id()));
  }

  @PostMapping("/api/v1/tokens")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "createToken",
      summary = "Makes a token for a program; its secret is told once")
  @Transactional
  public ResponseEntity<TokenMade> create(@Valid @RequestBody NewToken wanted) {
    UUID owner = user.get().id();
    UUID id = tokens.nextId();
    int days = wanted.days() == null ? DAYS : wanted.days();
    String secret = tokens.create(owner, id, wanted.name(), wanted.scopes(), Duration.ofDays(days));
    audit.record(
        user.get(),
        "token.create",
        "token/" + id,
        Outcome.DONE,
        TokenScope.joined(wanted.scopes()).toLowerCase(Locale.ROOT));
    return ResponseEntity.created(URI.create("/api/v1/tokens/" + id))
        .body(new TokenMade(tokens.get(owner, id), secret));
  }

  @DeleteMapping("/api/v1/tokens/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "revokeToken", summary = "Makes a token worth nothing, at once")
  @Transactional
  public void revoke(@PathVariable UUID id) {
    tokens.revoke(user.get().id(), id);
    audit.record(user.get(), "token.revoke", "token/" + id, Outcome.DONE);
  }
}
