package io.github.ambientgpt.api.user;

import java.util.UUID;

/**
 * A person who works with the service.
 *
 * @param name as it stands on a note that they sign
 */
public record User(UUID id, String name) {}
