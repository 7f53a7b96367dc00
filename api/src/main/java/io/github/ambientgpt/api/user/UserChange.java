package io.github.ambientgpt.api.user;

import jakarta.validation.constraints.Size;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to change; what is absent stays.
 *
 * @param enabled false: their sessions and tokens end at once, and they come in no more
 */
record UserChange(
    @Size(min = 1, max = 200) @Nullable String name,
    @Size(min = 1, max = 3) @Nullable Set<Role> roles,
    @Nullable Boolean enabled) {}
