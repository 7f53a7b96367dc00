package io.github.ambientgpt.spring;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An application cannot start as it is configured. The message names every fault.
 *
 * @since 0.1.0
 */
public final class ConfigurationFaultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<ConfigurationFault> faults;

  public ConfigurationFaultsException(List<ConfigurationFault> faults) {
    super(message(faults));
    this.faults = List.copyOf(faults);
  }

  /** At least one. */
  public List<ConfigurationFault> faults() {
    return faults;
  }

  private static String message(List<ConfigurationFault> faults) {
    return faults.stream()
        .map(fault -> "  %s: %s %s".formatted(fault.property(), fault.why(), fault.remedy()))
        .collect(
            Collectors.joining(
                System.lineSeparator(),
                (faults.size() == 1
                        ? "The configuration has a fault; nothing was opened:"
                        : "The configuration has %d faults; nothing was opened:"
                            .formatted(faults.size()))
                    + System.lineSeparator(),
                ""));
  }
}
