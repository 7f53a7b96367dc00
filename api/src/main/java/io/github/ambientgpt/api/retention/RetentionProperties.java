package io.github.ambientgpt.api.retention;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long what is kept; for ever when nothing is said. Signed notes are never deleted by a rule.
 *
 * @param audio recordings, from when they were made
 * @param transcript transcripts, from their last change
 * @param unsignedNote notes that were never signed, from their last change
 */
@ConfigurationProperties("ambient-gpt.retention")
public record RetentionProperties(
    @Nullable Duration audio, @Nullable Duration transcript, @Nullable Duration unsignedNote) {}
