package io.github.ambientgpt.api.retention;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule, and what it would delete now.
 *
 * @param keptDays how long something may be kept, in days of 24 hours; absent for ever
 * @param due how many things are older
 * @param more whether there are more than {@code due} says
 * @param oldest when the oldest of them was made or last changed; absent when there is none
 */
record RetentionView(
    @Schema(allowableValues = {"audio", "transcript", "unsigned-note"}) String kind,
    @Nullable Long keptDays,
    int due,
    boolean more,
    @Nullable Instant oldest) {}
