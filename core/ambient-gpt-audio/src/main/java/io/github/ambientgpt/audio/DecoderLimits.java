package io.github.ambientgpt.audio;

import java.time.Duration;
import java.util.Objects;

/**
 * What a decoder in a process of its own may use.
 *
 * @param memory resident bytes, the JVM that it runs in included, which alone takes some 60 MB
 * @param cpu processor time for a whole recording
 * @param stall how long it may be waited for in one go
 * @since 0.1.0
 */
public record DecoderLimits(long memory, Duration cpu, Duration stall) {
  /** 512 MiB; 15 minutes, in which days of sound decode; 1 minute. */
  public static final DecoderLimits DEFAULT =
      new DecoderLimits(512L << 20, Duration.ofMinutes(15), Duration.ofMinutes(1));

  public DecoderLimits {
    Objects.requireNonNull(cpu, "cpu");
    Objects.requireNonNull(stall, "stall");
    if (memory <= 0 || cpu.isNegative() || cpu.isZero() || stall.isNegative() || stall.isZero()) {
      throw new IllegalArgumentException("memory, cpu and stall must be more than 0");
    }
  }
}
