package io.github.ambientgpt.llm;

import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether OpenAI would take a schema as {@code strict}, which makes sure that the answer fits: each
 * object names all its properties as required and allows no others.
 */
final class StrictSchema {
  private StrictSchema() {}

  static boolean is(String schema) {
    return isStrict(JsonMapper.shared().readTree(schema));
  }

  private static boolean isStrict(JsonNode schema) {
    JsonNode properties = schema.get("properties");
    if (properties != null && !(isClosed(schema) && required(schema).equals(names(properties)))) {
      return false;
    }
    for (JsonNode part : schema) {
      if (part.isContainer() && !isStrict(part)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isClosed(JsonNode schema) {
    JsonNode others = schema.path("additionalProperties");
    return others.isBoolean() && !others.asBoolean();
  }

  private static Set<String> names(JsonNode properties) {
    return new HashSet<>(properties.propertyNames());
  }

  private static Set<String> required(JsonNode schema) {
    Set<String> names = new HashSet<>();
    schema.path("required").forEach(name -> names.add(name.asString("")));
    return names;
  }
}
