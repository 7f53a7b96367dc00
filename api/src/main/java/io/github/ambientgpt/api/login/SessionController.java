package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.Account;
import io.github.ambientgpt.api.user.Accounts;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.api.user.LoginProperties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Comes in and goes out by name and password. */
@RestController
@Tag(name = "login")
class SessionController {
  private static final String SETTING_UP = "set-up";

  private final Accounts accounts;
  private final Setup setup;
  private final Sessions sessions;
  private final Passwords passwords;
  private final LoginAttempts attempts;
  private final LoginLog log;
  private final LoginProperties properties;
  private final CurrentUser user;
  private final TransactionTemplate transactions;

  /**
   * Makes the first account, which is clinician and admin.
   *
   * @param code from the service's log
   * @param username what they will log in with
   * @param name as it will stand on a note that they sign
   */
  record SetupRequest(
      @NotBlank @Size(max = 100) String code,
      @NotBlank @Size(max = 100) String username,
      @NotBlank @Size(max = 200) String name,
      @NotBlank @Size(max = Passwords.LONGEST) String password) {
    /** Without code and password. */
    @Override
    public String toString() {
      return "SetupRequest";
    }
  }

  /**
   * @param code of the invitation
   * @param password the new one
   */
  record RedeemRequest(
      @NotBlank @Size(max = 100) String username,
      @NotBlank @Size(max = 100) String code,
      @NotBlank @Size(max = Passwords.LONGEST) String password) {
    /** Without code and password. */
    @Override
    public String toString() {
      return "RedeemRequest";
    }
  }

  /**
   * @param current the one that is valid
   * @param password the new one
   */
  record PasswordChange(
      @NotBlank @Size(max = Passwords.LONGEST) String current,
      @NotBlank @Size(max = Passwords.LONGEST) String password) {
    /** Without both. */
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  SessionController(
      Accounts accounts,
      Setup setup,
      Sessions sessions,
      Passwords passwords,
      LoginAttempts attempts,
      LoginLog log,
      LoginProperties properties,
      CurrentUser user,
      TransactionTemplate transactions) {
    this.accounts = accounts;
    this.setup = setup;
    this.sessions = sessions;
    this.passwords = passwords;
    this.attempts = attempts;
    this.log = log;
    this.properties = properties;
    this.user = user;
    this.transactions = transactions;
  }

  @GetMapping("/api/v1/login")
  @Operation(operationId = "getLogin", summary = "How one comes in here; for everybody")
  LoginState login() {
    return LoginState.of(properties.mode(), setup.needed());
  }

  @GetMapping("/api/v1/me")
  @Operation(operationId = "getMe", summary = "Who is asking")
  Me me() {
    return Me.of(user.get(), user.roles());
  }

  @PostMapping("/api/v1/setup")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "setUp",
      summary = "Makes the first account with the code that is in the service's log, and logs in")
  Me setUp(@Valid @RequestBody SetupRequest wanted, HttpServletRequest request) {
    requirePasswords();
    String password = passwords.encode("password", wanted.username(), wanted.password());
    Account first =
        tried(
            SETTING_UP,
            request,
            () -> setup.first(wanted.code(), wanted.username(), wanted.name(), password));
    return begun(request, first);
  }

  @PostMapping("/api/v1/session")
  @Operation(operationId = "logIn", summary = "Logs in by name and password")
  Me logIn(@Valid @RequestBody Credentials given, HttpServletRequest request) {
    requirePasswords();
    Account account = tried(given.username(), request, () -> known(given));
    if (passwords.isOld(account.password())) {
      accounts.encodeAnew(account.id(), passwords.again(given.password()));
    }
    return begun(request, account);
  }

  private Account known(Credentials given) {
    Account account = accounts.find(given.username()).filter(Account::enabled).orElse(null);
    if (!passwords.matches(given.password(), account == null ? null : account.password())) {
      throw new ApiException(
          ProblemType.WRONG_CREDENTIALS,
          "Name or password is wrong, or you may not come in any more: try it again, or ask an admin for a new code.");
    }
    return account;
  }

  /** Slows down who tries too often, and writes down how it went. */
  private Account tried(String username, HttpServletRequest request, Supplier<Account> trying) {
    String address = request.getRemoteAddr();
    try {
      attempts.count(username, address);
      Account account = trying.get();
      attempts.succeeded(username, address);
      return account;
    } catch (ApiException e) {
      log.refused(accounts.find(username).orElse(null), e.type());
      throw e;
    }
  }

  @DeleteMapping("/api/v1/session")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "logOut", summary = "Logs out")
  void logOut(HttpServletRequest request) {
    log.loggedOut(user.get());
    sessions.end(request);
  }

  @PostMapping("/api/v1/password")
  @Operation(
      operationId = "redeemInvitation",
      summary = "Sets a password with the code that an admin gave, and logs in")
  Me redeem(@Valid @RequestBody RedeemRequest given, HttpServletRequest request) {
    requirePasswords();
    String password = passwords.encode("password", given.username(), given.password());
    return begun(request, tried(given.username(), request, () -> redeemed(given, password)));
  }

  private Account redeemed(RedeemRequest given, String password) {
    return accounts
        .redeem(given.username(), given.code(), password)
        .orElseThrow(
            () ->
                new ApiException(
                    ProblemType.WRONG_CREDENTIALS,
                    "Name or code is wrong, or the code is too old: ask an admin for a new one."));
  }

  @PutMapping("/api/v1/me/password")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "changePassword",
      summary = "Changes one's own password; one's other sessions end")
  void changePassword(@Valid @RequestBody PasswordChange change, HttpServletRequest request) {
    requirePasswords();
    Account account = accounts.find(user.get().id()).orElseThrow();
    tried(
        account.username(),
        request,
        () -> {
          if (!passwords.matches(change.current(), account.password())) {
            throw ApiException.field("current", "it is not your password");
          }
          return account;
        });
    String password = passwords.encode("password", account.username(), change.password());
    Account changed =
        transactions.execute(
            transaction -> {
              log.passwordChanged(account);
              return accounts.changePassword(account.id(), password);
            });
    sessions.begin(request, changed);
  }

  private Me begun(HttpServletRequest request, Account account) {
    sessions.begin(request, account);
    log.cameIn(account);
    return Me.of(account.user(), account.roles());
  }

  private void requirePasswords() {
    if (properties.mode() != LoginProperties.Mode.PASSWORD) {
      throw new ApiException(
          ProblemType.CONFLICT,
          "People have passwords in the mode password alone: GET /api/v1/login says how one comes in.");
    }
  }
}
