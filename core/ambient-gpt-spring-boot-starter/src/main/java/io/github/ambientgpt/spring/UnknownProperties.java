package io.github.ambientgpt.spring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * Properties under {@code ambient-gpt} that nothing reads, such as a name with a slip of the pen.
 */
final class UnknownProperties implements ConfigurationCheck {
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(AmbientGptProperties.PREFIX);

  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    List<KnownProperty> known = KnownProperty.all();
    List<ConfigurationFault> faults = new ArrayList<>();
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource iterable) {
        iterable.stream()
            .filter(PREFIX::isAncestorOf)
            .filter(given -> known.stream().noneMatch(candidate -> candidate.covers(given)))
            .map(given -> fault(given, known))
            .forEach(faults::add);
      }
    }
    return faults;
  }

  private static ConfigurationFault fault(
      ConfigurationPropertyName given, List<KnownProperty> known) {
    ConfigurationPropertyName parent = nearestParent(given, known);
    TreeSet<String> there = new TreeSet<>();
    known.stream()
        .filter(candidate -> parent.isAncestorOf(candidate.name()))
        .map(candidate -> candidate.name().chop(parent.getNumberOfElements() + 1).toString())
        .forEach(there::add);
    return new ConfigurationFault(
        given.toString(),
        "Nothing reads this property.",
        "Correct its name, or remove it; under %s there is: %s."
            .formatted(parent, String.join(", ", there)));
  }

  private static ConfigurationPropertyName nearestParent(
      ConfigurationPropertyName given, List<KnownProperty> known) {
    ConfigurationPropertyName parent = given.getParent();
    while (!parent.equals(PREFIX) && !hasChild(parent, known)) {
      parent = parent.getParent();
    }
    return parent;
  }

  private static boolean hasChild(ConfigurationPropertyName parent, List<KnownProperty> known) {
    return known.stream().anyMatch(candidate -> parent.isAncestorOf(candidate.name()));
  }
}
