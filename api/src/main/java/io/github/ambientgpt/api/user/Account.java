package io.github.ambientgpt.api.user;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person or program that may come in.
 *
 * @param username what they log in with; of somebody whom an OpenID provider knows, what it calls
 *     them
 * @param name as it stands on a note that they sign
 * @param password as Argon2id encodes it; absent while there is none
 * @param epoch sessions of another one have ended
 */
public record Account(
    UUID id,
    String username,
    String name,
    Set<Role> roles,
    boolean enabled,
    @Nullable String password,
    @Nullable String subject,
    long epoch,
    long version,
    Instant createdAt,
    @Nullable Instant lastLoginAt) {
  public Account {
    roles = Set.copyOf(roles);
  }

  public User user() {
    return new User(id, name);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "Account[" + id + "]";
  }
}
