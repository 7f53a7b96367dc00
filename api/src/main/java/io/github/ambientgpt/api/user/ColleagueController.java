package io.github.ambientgpt.api.user;

import io.github.ambientgpt.api.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "users")
class ColleagueController {
  private final Accounts accounts;

  ColleagueController(Accounts accounts) {
    this.accounts = accounts;
  }

  @GetMapping("/api/v1/colleagues")
  @Operation(operationId = "listColleagues", summary = "Clinicians whom a visit can be shared with")
  Page<User> list() {
    return Page.whole(accounts.clinicians().stream().map(Account::user).toList());
  }
}
