package io.github.ambientgpt.api.login;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * With which a program comes in for somebody.
 *
 * @param name what they call it
 * @param lastUsedAt to the minute; absent when it never was
 */
record ApiToken(
    UUID id,
    String name,
    Set<TokenScope> scopes,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt) {}
