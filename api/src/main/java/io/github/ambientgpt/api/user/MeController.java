package io.github.ambientgpt.api.user;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "me")
class MeController {
  private final CurrentUser user;

  MeController(CurrentUser user) {
    this.user = user;
  }

  @GetMapping("/api/v1/me")
  @Operation(operationId = "getMe", summary = "Who is asking")
  User me() {
    return user.get();
  }
}
