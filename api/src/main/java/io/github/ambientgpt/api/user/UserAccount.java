package io.github.ambientgpt.api.user;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who may come in.
 *
 * @param username what they log in with
 * @param name as it stands on a note that they sign
 * @param invited true while they have set no password
 * @param lastLoginAt absent when they never came
 * @param version its ETag, without the quotes
 */
public record UserAccount(
    UUID id,
    String username,
    String name,
    Set<Role> roles,
    boolean enabled,
    boolean invited,
    Instant createdAt,
    @Nullable Instant lastLoginAt,
    long version) {
  static UserAccount of(Account account) {
    return new UserAccount(
        account.id(),
        account.username(),
        account.name(),
        account.roles(),
        account.enabled(),
        account.password() == null && account.subject() == null,
        account.createdAt(),
        account.lastLoginAt(),
        account.version());
  }
}
