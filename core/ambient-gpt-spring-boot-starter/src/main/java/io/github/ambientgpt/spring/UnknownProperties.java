package io.github.ambientgpt.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Properties under {@code ambient-gpt} that nothing reads, such as a name with a slip of the pen.
 * What is read stands in the metadata that each jar carries for editors.
 */
final class UnknownProperties implements ConfigurationCheck {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(AmbientGptProperties.PREFIX);

  private record Known(ConfigurationPropertyName name, boolean open) {
    /** A map or a list has names below its own. */
    boolean covers(ConfigurationPropertyName given) {
      return name.equals(given) || open && name.isAncestorOf(given);
    }
  }

  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    List<Known> known = known();
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

  private static ConfigurationFault fault(ConfigurationPropertyName given, List<Known> known) {
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
      ConfigurationPropertyName given, List<Known> known) {
    ConfigurationPropertyName parent = given.getParent();
    while (!parent.equals(PREFIX) && !hasChild(parent, known)) {
      parent = parent.getParent();
    }
    return parent;
  }

  private static boolean hasChild(ConfigurationPropertyName parent, List<Known> known) {
    return known.stream().anyMatch(candidate -> parent.isAncestorOf(candidate.name()));
  }

  private static List<Known> known() {
    try {
      List<Known> known = new ArrayList<>();
      ClassLoader loader = UnknownProperties.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources(METADATA))) {
        try (InputStream in = url.openStream()) {
          for (JsonNode property : JsonMapper.shared().readTree(in).path("properties")) {
            add(property, known);
          }
        }
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(JsonNode property, List<Known> known) {
    ConfigurationPropertyName name =
        ConfigurationPropertyName.ofIfValid(property.path("name").asString(""));
    if (name != null && PREFIX.isAncestorOf(name)) {
      String type = property.path("type").asString("");
      known.add(new Known(name, type.startsWith("java.util.") && type.contains("<")));
    }
  }
}
