package io.github.ambientgpt.api.login;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What somebody says to come in. */
record Credentials(
    @NotBlank @Size(max = 100) String username,
    @NotBlank @Size(max = Passwords.LONGEST) String password) {
  /** Without both. */
  @Override
  public String toString() {
    return "Credentials";
  }
}
