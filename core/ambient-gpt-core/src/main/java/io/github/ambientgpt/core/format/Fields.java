package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.transcript.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * An object in JSON that is read field by field; an error names the input and the field, never the
 * value.
 *
 * @param path where it stands, such as {@code utterances[3]}; empty for the whole input
 */
record Fields(String input, String path, JsonNode node) {
  Fields {
    if (!node.isObject()) {
      throw new InvalidInputException(
          "%s: %s must be a JSON object.".formatted(input, path.isEmpty() ? "the content" : path));
    }
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  String text(String field) {
    return optionalText(field).orElseThrow(() -> wrong(field, "must be a text"));
  }

  Optional<String> optionalText(String field) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw wrong(field, "must be a text");
    }
    return Optional.of(value.stringValue());
  }

  /** A number, or a number in quotes, as Amazon's services write them. */
  double number(String field) {
    JsonNode value = node.path(field);
    try {
      double number =
          value.isString() ? Double.parseDouble(value.stringValue()) : value.asDouble(Double.NaN);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // falls through: the message below says all there is to say
    }
    throw wrong(field, "must be a number");
  }

  /** Both or none of them. */
  Optional<Span> span(String start, String end) {
    if (!has(start) && !has(end)) {
      return Optional.empty();
    }
    double from = number(start);
    double to = number(end);
    return Optional.of(make(() -> new Span(from, to)));
  }

  /** Whether a time is written like {@code 0:03}. */
  boolean isClock(String field) {
    return node.path(field).isString()
        && ClockTime.seconds(node.path(field).stringValue()).isPresent();
  }

  /**
   * A time, in whatever unit it has: a number, a number in quotes, {@code 0:03} or {@code 3.5s}.
   *
   * @param fields the first that is there counts
   * @return {@link ReadTurns#UNTOLD} when none is
   */
  double seconds(String... fields) {
    for (String field : fields) {
      if (isClock(field)) {
        return ClockTime.seconds(node.path(field).stringValue()).getAsDouble();
      }
      if (node.path(field).isString() && node.path(field).stringValue().endsWith("s")) {
        String value = node.path(field).stringValue();
        try {
          return Double.parseDouble(value.substring(0, value.length() - 1));
        } catch (NumberFormatException e) {
          throw wrong(field, "must be a time");
        }
      }
      if (has(field)) {
        return number(field);
      }
    }
    return ReadTurns.UNTOLD;
  }

  /** What a program calls a voice: a text, a number, or an object with a name; empty when none. */
  String voice(String field) {
    JsonNode value = node.path(field);
    if (value.isObject()) {
      Fields voice = object(field);
      return TurnField.SPEAKER
          .among(voice.names())
          .or(() -> voice.names().stream().filter(Set.of("label", "id")::contains).findFirst())
          .map(name -> voice.node.path(name).asString(""))
          .orElse("");
    }
    return value.isNumber() ? "Speaker " + value.asString() : value.asString("").strip();
  }

  Set<String> names() {
    return new LinkedHashSet<>(node.propertyNames());
  }

  boolean flag(String field) {
    return node.path(field).asBoolean(false);
  }

  <E extends Enum<E>> E oneOf(Class<E> type, String field) {
    String text = text(field).toUpperCase(Locale.ROOT);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(text)) {
        return constant;
      }
    }
    List<String> names = new ArrayList<>();
    for (E constant : type.getEnumConstants()) {
      names.add(constant.name().toLowerCase(Locale.ROOT));
    }
    throw wrong(field, "must be one of " + String.join(", ", names));
  }

  Fields object(String field) {
    return new Fields(input, place(field), node.path(field));
  }

  /** The objects of a list; none when the field is not there. */
  List<Fields> objects(String field) {
    List<Fields> found = new ArrayList<>();
    for (JsonNode element : list(field)) {
      found.add(new Fields(input, place(field) + "[" + found.size() + "]", element));
    }
    return found;
  }

  List<String> texts(String field) {
    List<String> found = new ArrayList<>();
    for (JsonNode element : list(field)) {
      if (!element.isString()) {
        throw wrong(field, "must be a list of texts");
      }
      found.add(element.stringValue());
    }
    return found;
  }

  private JsonNode list(String field) {
    JsonNode value = node.path(field);
    if (!value.isArray() && !value.isMissingNode() && !value.isNull()) {
      throw wrong(field, "must be a list");
    }
    return value;
  }

  /** Runs what makes a record of fields, and names the place when the record refuses them. */
  <T> T make(java.util.function.Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          "%s: %s is not right. %s."
              .formatted(input, path.isEmpty() ? "it" : path, e.getMessage()));
    }
  }

  InvalidInputException wrong(String field, String what) {
    return new InvalidInputException("%s: %s %s.".formatted(input, place(field), what));
  }

  private String place(String field) {
    return path.isEmpty() ? field : path + "." + field;
  }
}
