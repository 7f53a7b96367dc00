package io.github.ambientgpt.api.user;

import io.github.ambientgpt.api.audit.AuditLog;
import io.github.ambientgpt.api.audit.Outcome;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.api.web.Page;
import io.github.ambientgpt.api.web.PageQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Keeps people. Nobody is deleted, since visits and signatures are theirs; they are disabled. */
@RestController
@Tag(name = "users")
class UserController {
  private final Accounts accounts;
  private final LoginProperties properties;
  private final AuditLog audit;
  private final CurrentUser user;

  UserController(Accounts accounts, LoginProperties properties, AuditLog audit, CurrentUser user) {
    this.audit = audit;
    this.user = user;
    this.accounts = accounts;
    this.properties = properties;
  }

  @GetMapping("/api/v1/users")
  @Operation(operationId = "listUsers", summary = "Who may come in, by their names")
  Page<UserAccount> list(@ModelAttribute @Valid PageQuery page) {
    return Page.of(
        accounts.list(page.size(), page.offset()).stream().map(UserAccount::of).toList(),
        page,
        accounts.count());
  }

  @GetMapping("/api/v1/users/{id}")
  @Operation(operationId = "getUser", summary = "One who may come in")
  ResponseEntity<UserAccount> get(@PathVariable UUID id) {
    return tagged(accounts.find(id).orElseThrow(() -> ApiException.notFound("user")));
  }

  @PostMapping("/api/v1/users")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "inviteUser",
      summary = "Invites somebody: with the code they set a password of their own, once")
  @Transactional
  public ResponseEntity<Invitation> invite(@Valid @RequestBody NewUser wanted) {
    requirePasswords();
    Account made =
        accounts.create(Ids.next(), wanted.username(), wanted.name(), wanted.roles(), null);
    audit.record(user.get(), "account.invite", "account/" + made.id(), Outcome.DONE, words(made));
    return ResponseEntity.created(URI.create("/api/v1/users/" + made.id()))
        .body(accounts.invite(made.id()));
  }

  @PostMapping("/api/v1/users/{id}:reset-password")
  @Operation(
      operationId = "resetPassword",
      summary = "Gives somebody a new code; password and sessions that they have end at once")
  @Transactional
  public Invitation reset(@PathVariable UUID id) {
    requirePasswords();
    Invitation invitation = accounts.invite(id);
    audit.record(user.get(), "account.reset-password", "account/" + id, Outcome.DONE);
    return invitation;
  }

  @PatchMapping("/api/v1/users/{id}")
  @Operation(
      operationId = "updateUser",
      summary = "Changes name or roles of somebody, or whether they may come in")
  @Transactional
  public ResponseEntity<UserAccount> update(
      @PathVariable UUID id, @Valid @RequestBody UserChange change, IfMatch ifMatch) {
    Account changed = accounts.update(id, change, ifMatch);
    audit.record(user.get(), "account.update", "account/" + id, Outcome.DONE, words(changed));
    return tagged(changed);
  }

  private static String words(Account account) {
    return (account.enabled() ? "" : "disabled, ")
        + Role.joined(account.roles()).toLowerCase(Locale.ROOT);
  }

  private void requirePasswords() {
    if (properties.mode() != LoginProperties.Mode.PASSWORD) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "People have passwords in the mode password alone: see ambient-gpt.login.mode.");
    }
  }

  private static ResponseEntity<UserAccount> tagged(Account account) {
    return ResponseEntity.ok().eTag(IfMatch.tag(account.version())).body(UserAccount.of(account));
  }
}
