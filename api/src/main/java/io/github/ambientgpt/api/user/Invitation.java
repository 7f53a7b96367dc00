package io.github.ambientgpt.api.user;

import java.time.Instant;

/**
 * How somebody comes by a password of their own: with their name and this code, once. Nobody else
 * ever knows the password.
 *
 * @param code told here once; only its digest is kept
 * @param until when it is worth nothing any more
 */
public record Invitation(UserAccount user, String code, Instant until) {
  /** Without the code. */
  @Override
  public String toString() {
    return "Invitation[" + user.id() + "]";
  }
}
