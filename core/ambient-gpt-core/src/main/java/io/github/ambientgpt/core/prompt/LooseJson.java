package io.github.ambientgpt.core.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Reads JSON of a language model by its meaning where its shape is not quite what was asked for.
 *
 * @since 0.1.0
 */
public final class LooseJson {
  private static final Pattern SEPARATOR = Pattern.compile("[,;\\s]+");

  private LooseJson() {}

  /**
   * One of several things that a model listed.
   *
   * @param key what it stood under, when the model made an object of the list; else empty
   */
  public record Item(String key, JsonNode value) {}

  /**
   * The things listed under a name: an array, one thing alone, or an object with a property for
   * each or for several.
   *
   * @param field a property by which one thing alone is known
   * @throws UnusableAnswerException when there is no such list
   */
  public static List<Item> items(JsonNode root, String name, String field)
      throws UnusableAnswerException {
    JsonNode list = root.isArray() ? root : root.path(name);
    if (!list.isContainer()) {
      throw new UnusableAnswerException("with JSON that has no list '" + name + "'");
    }
    return items(list, field);
  }

  /** The things in an array or an object. */
  public static List<Item> items(JsonNode list, String field) {
    List<Item> items = new ArrayList<>();
    if (list.isArray() || list.has(field)) {
      (list.isArray() ? list : List.of(list)).forEach(value -> items.add(new Item("", value)));
      return items;
    }
    for (Map.Entry<String, JsonNode> property : list.properties()) {
      JsonNode value = property.getValue();
      (value.isArray() ? value : List.of(value))
          .forEach(each -> items.add(new Item(property.getKey(), each)));
    }
    return items;
  }

  /** A text that stands there alone or as one of these properties, the first that is there. */
  public static String text(JsonNode node, String... properties) {
    if (node.isValueNode()) {
      return node.asString("").strip();
    }
    for (String property : properties) {
      String text = node.path(property).asString("").strip();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /** Ids in an array, or in one text with commas between. */
  public static List<String> ids(JsonNode node) {
    List<String> ids = new ArrayList<>();
    for (JsonNode each : node.isArray() ? node : List.of(node)) {
      SEPARATOR.splitAsStream(text(each, "id")).filter(id -> !id.isEmpty()).forEach(ids::add);
    }
    return ids;
  }
}
