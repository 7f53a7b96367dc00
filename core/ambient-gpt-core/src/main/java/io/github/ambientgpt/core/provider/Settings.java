package io.github.ambientgpt.core.provider;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a provider is told: names and values, as a person wrote them. A provider documents the names
 * it reads.
 *
 * @since 0.1.0
 */
public record Settings(Map<String, String> values) {
  /** A model's name, or the path of its file. */
  public static final String MODEL = "model";

  /** Where a service answers. */
  public static final String URL = "url";

  /** A secret that a service asks for. */
  public static final String KEY = "key";

  public static final Settings NONE = new Settings(Map.of());

  public Settings {
    values = Map.copyOf(values);
  }

  public static Settings of(String name, String value) {
    return new Settings(Map.of(name, value));
  }

  /** The value, when it was given and is not blank. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** The same settings and one more; a null value adds nothing. */
  public Settings with(String name, String value) {
    if (value == null) {
      return this;
    }
    Map<String, String> more = new TreeMap<>(values);
    more.put(name, value);
    return new Settings(more);
  }

  /** Only the names: a value may be a secret. */
  @Override
  public String toString() {
    return "Settings" + new TreeMap<>(values).keySet();
  }
}
