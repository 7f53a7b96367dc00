package io.github.ambientgpt.release;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A step's arguments: {@code name=value}, as the POM gives them. */
record Arguments(Map<String, String> values) {
  static Arguments of(String... arguments) {
    Map<String, String> values = new TreeMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("An argument is name=value, but is: " + argument);
      }
      values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return new Arguments(Map.copyOf(values));
  }

  String text(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("The argument " + name + " is missing");
    }
    return value;
  }

  boolean flag(String name) {
    return Boolean.parseBoolean(text(name));
  }

  Path path(String name) {
    return Path.of(text(name));
  }
}
