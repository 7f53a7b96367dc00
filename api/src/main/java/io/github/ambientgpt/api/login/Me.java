package io.github.ambientgpt.api.login;

import io.github.ambientgpt.api.user.Role;
import io.github.ambientgpt.api.user.User;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks.
 *
 * @param name as it stands on a note that they sign
 * @param roles what they may do; of a token, what it may
 */
record Me(UUID id, String name, Set<Role> roles) {
  static Me of(User user, Set<Role> roles) {
    return new Me(user.id(), user.name(), roles);
  }
}
