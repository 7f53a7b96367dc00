package io.github.ambientgpt.core.pipeline;

import java.time.Duration;

/**
 * How long a stage took.
 *
 * @since 0.1.0
 */
public record StageTime(String stage, Duration time) {}
