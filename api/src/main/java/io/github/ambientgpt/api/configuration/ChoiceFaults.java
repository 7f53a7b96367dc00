package io.github.ambientgpt.api.configuration;

import io.github.ambientgpt.core.provider.Provider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.spring.ConfigurationCheck;
import io.github.ambientgpt.spring.ConfigurationFault;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.env.ConfigurableEnvironment;

/** Words of which only some are known. */
final class ChoiceFaults implements ConfigurationCheck {
  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    Given given = Given.in(environment);
    return Stream.of(
            fault(given, "ambient-gpt.lambient.enabled", List.of("auto", "true", "false")),
            fault(
                given,
                "ambient-gpt.live.recognizer",
                Providers.streamingRecognizers().all().stream()
                    .map(Provider::id)
                    .sorted()
                    .toList()))
        .flatMap(List::stream)
        .toList();
  }

  private static List<ConfigurationFault> fault(Given given, String property, List<String> known) {
    String value = given.text(property);
    return value.isEmpty() || known.contains(value)
        ? List.of()
        : List.of(
            new ConfigurationFault(
                property,
                "There is no '%s'.".formatted(value),
                "Set %s, or remove it.".formatted(String.join(" or ", known))));
  }
}
