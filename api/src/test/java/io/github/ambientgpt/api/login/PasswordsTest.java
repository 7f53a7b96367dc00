package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  private final Passwords passwords = new Passwords();

  @Test
  void whoDoesNotExistIsTriedWithTheEffortOfToday() {
    assertThat(passwords.isOld(Passwords.NOBODY)).isFalse();
    assertThat(passwords.matches("correct horse battery", null)).isFalse();
  }

  @Test
  void aPasswordIsItsOwnOnly() {
    String encoded = passwords.encode("password", "maria", "correct horse battery");

    assertThat(passwords.matches("correct horse battery", encoded)).isTrue();
    assertThat(passwords.matches("Correct horse battery", encoded)).isFalse();
    assertThat(passwords.isOld(encoded)).isFalse();
  }
}
