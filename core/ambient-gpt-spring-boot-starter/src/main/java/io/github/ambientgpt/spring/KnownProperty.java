package io.github.ambientgpt.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A property under {@code ambient-gpt} that is read: it stands in the metadata that each jar
 * carries for editors.
 *
 * @param type as Java writes it
 */
record KnownProperty(ConfigurationPropertyName name, String type) {
  private static final String METADATA = "META-INF/spring-configuration-metadata.json";
  private static final ConfigurationPropertyName PREFIX =
      ConfigurationPropertyName.of(AmbientGptProperties.PREFIX);

  static List<KnownProperty> all() {
    return Known.ALL;
  }

  /** Read once: more than one check asks. */
  private static final class Known {
    private static final List<KnownProperty> ALL = List.copyOf(read());
  }

  private static List<KnownProperty> read() {
    try {
      List<KnownProperty> all = new ArrayList<>();
      ClassLoader loader = KnownProperty.class.getClassLoader();
      for (URL url : Collections.list(loader.getResources(METADATA))) {
        String text = text(url);
        // Most are Spring's own, and large.
        if (text.contains(AmbientGptProperties.PREFIX)) {
          for (JsonNode property : JsonMapper.shared().readTree(text).path("properties")) {
            add(property, all);
          }
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(URL url) throws IOException {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void add(JsonNode property, List<KnownProperty> all) {
    ConfigurationPropertyName name =
        ConfigurationPropertyName.ofIfValid(property.path("name").asString(""));
    if (name != null && PREFIX.isAncestorOf(name)) {
      all.add(new KnownProperty(name, property.path("type").asString("")));
    }
  }

  /** A map or a list has names below its own. */
  boolean covers(ConfigurationPropertyName given) {
    return name.equals(given) || isOpen() && name.isAncestorOf(given);
  }

  /** Whether it is read by itself, and not as an entry of a map. */
  boolean standsAlone(List<KnownProperty> all) {
    return all.stream().noneMatch(other -> other.isOpen() && other.name().isAncestorOf(name));
  }

  private boolean isOpen() {
    return type.startsWith("java.util.") && type.contains("<");
  }
}
