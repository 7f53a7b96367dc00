package io.github.ambientgpt.api.configuration;

import io.github.ambientgpt.spring.ConfigurationCheck;
import io.github.ambientgpt.spring.ConfigurationFault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.unit.DataSize;

/** Numbers, sizes and times that are too small or too large to work with. */
final class BoundFaults implements ConfigurationCheck {
  private static final String NO_BOUND = "";

  private static final List<Bound<?>> BOUNDS =
      List.of(
          new Bound<>("ambient-gpt.lambient.live-sessions", Integer.class, "1", NO_BOUND),
          new Bound<>("ambient-gpt.live.lag-seconds", Integer.class, "1", "3600"),
          new Bound<>("ambient-gpt.live.sessions", Integer.class, "1", NO_BOUND),
          new Bound<>("ambient-gpt.login.idle", Duration.class, "1m", NO_BOUND),
          new Bound<>("ambient-gpt.login.longest", Duration.class, "1m", NO_BOUND),
          new Bound<>("ambient-gpt.recordings.decoder-cpu", Duration.class, "1s", NO_BOUND),
          // The virtual machine that it runs in alone takes some 60 MB.
          new Bound<>("ambient-gpt.recordings.decoder-memory", DataSize.class, "128MB", NO_BOUND),
          new Bound<>("ambient-gpt.recordings.max-duration", Duration.class, "1s", NO_BOUND),
          new Bound<>("ambient-gpt.recordings.max-size", DataSize.class, "1KB", NO_BOUND),
          // Shorter than a day would take what somebody works on.
          new Bound<>("ambient-gpt.retention.audio", Duration.class, "1d", NO_BOUND),
          new Bound<>("ambient-gpt.retention.transcript", Duration.class, "1d", NO_BOUND),
          new Bound<>("ambient-gpt.retention.unsigned-note", Duration.class, "1d", NO_BOUND),
          new Bound<>("ambient-gpt.speech.at-once", Integer.class, "0", NO_BOUND),
          new Bound<>("ambient-gpt.speech.idle", Duration.class, "1s", NO_BOUND),
          new Bound<>("ambient-gpt.speech.max-size", DataSize.class, "1KB", NO_BOUND),
          new Bound<>("ambient-gpt.speech.patience", Duration.class, "1s", NO_BOUND),
          new Bound<>("ambient-gpt.storage.database.connections", Integer.class, "1", "1000"));

  /** Both ends belong to it; they are written as in a configuration. */
  private record Bound<T extends Comparable<T>>(
      String property, Class<T> type, String least, String most) {
    Stream<ConfigurationFault> fault(Given given) {
      return given.value(property, type).filter(value -> !holds(value)).map(this::told).stream();
    }

    private boolean holds(T value) {
      return value.compareTo(read(least)) >= 0
          && (most.equals(NO_BOUND) || value.compareTo(read(most)) <= 0);
    }

    private T read(String text) {
      return Optional.ofNullable(
              ApplicationConversionService.getSharedInstance().convert(text, type))
          .orElseThrow();
    }

    private ConfigurationFault told(T value) {
      return new ConfigurationFault(
          property,
          "It is %s.".formatted(value),
          most.equals(NO_BOUND)
              ? "Set %s or more.".formatted(least)
              : "Set %s to %s.".formatted(least, most));
    }
  }

  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    Given given = Given.in(environment);
    return BOUNDS.stream().flatMap(bound -> bound.fault(given)).toList();
  }
}
