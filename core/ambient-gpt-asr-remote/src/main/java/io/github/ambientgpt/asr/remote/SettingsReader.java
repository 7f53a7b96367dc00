package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.provider.Settings;
import java.util.List;

/** Reads settings that are no free text. */
record SettingsReader(Settings settings) {
  /**
   * @throws InvalidInputException when it is given and no such number
   */
  int number(String name, int least, int most, int otherwise) {
    String value = settings.get(name).map(String::strip).orElse("");
    if (value.isEmpty()) {
      return otherwise;
    }
    int number = value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      throw new InvalidInputException(
          "The setting '%s' is a number from %d to %d, not '%s'."
              .formatted(name, least, most, value));
    }
    return number;
  }

  /**
   * @param choices the first is taken when it is not given
   * @throws InvalidInputException when it is given and none of them
   */
  String choice(String name, List<String> choices) {
    String value = settings.get(name).map(String::strip).orElse(choices.get(0));
    if (!choices.contains(value)) {
      throw new InvalidInputException(
          "The setting '%s' is %s, not '%s'.".formatted(name, String.join(" or ", choices), value));
    }
    return value;
  }

  /**
   * A name that becomes part of an address.
   *
   * @throws InvalidInputException when it holds what no name holds
   */
  String name(String name, String otherwise) {
    String value = settings.get(name).map(String::strip).orElse(otherwise);
    if (!value.matches("[A-Za-z0-9._-]{0,100}")) {
      throw new InvalidInputException(
          "The setting '%s' is a name of letters, digits, dots, hyphens and underscores."
              .formatted(name));
    }
    return value;
  }
}
