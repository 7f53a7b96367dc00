package io.github.ambientgpt.api.recording;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of recordings.
 *
 * @param maxSize the largest that is taken
 * @param maxDuration the longest: a small file can hold days of silence
 * @param decoderMemory what the process that decodes one may take
 * @param decoderCpu processor time that decoding one may take
 */
@ConfigurationProperties("ambient-gpt.recordings")
public record RecordingProperties(
    @DefaultValue("4GB") DataSize maxSize,
    @DefaultValue("12h") Duration maxDuration,
    @DefaultValue("512MB") DataSize decoderMemory,
    @DefaultValue("15m") Duration decoderCpu) {}
