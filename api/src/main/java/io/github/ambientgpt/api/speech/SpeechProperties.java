package io.github.ambientgpt.api.speech;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much speech is recognized at once.
 *
 * @param atOnce how many recordings are heard at the same time; 0: half of the processors, at least
 *     1
 * @param patience how long a request that waits for its words waits for its turn
 * @param idle how long an engine that nobody needs is kept open
 * @param maxSize the largest recording that is heard without being kept
 */
@ConfigurationProperties("ambient-gpt.speech")
public record SpeechProperties(
    @DefaultValue("0") int atOnce,
    @DefaultValue("60s") Duration patience,
    @DefaultValue("10m") Duration idle,
    @DefaultValue("512MB") DataSize maxSize) {
  public SpeechProperties {
    atOnce = atOnce == 0 ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : atOnce;
  }
}
