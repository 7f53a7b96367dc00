package io.github.ambientgpt.api.encounter;

import io.github.ambientgpt.api.user.User;
import java.time.Instant;
import java.util.UUID;

/** That a visit exists, and nothing of what it says. */
record EncounterStub(UUID id, User owner, Instant createdAt, Instant updatedAt) {}
