package io.github.ambientgpt.api.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows a command's name.
 *
 * @param words without {@code --}
 * @param options {@code --name} and {@code --name=value}
 * @param folder in which the one who asks stands
 */
public record CommandArguments(List<String> words, Map<String, String> options, Path folder) {
  private static final String OPTION = "--";

  public CommandArguments {
    words = List.copyOf(words);
    options = Map.copyOf(options);
  }

  static CommandArguments of(List<String> arguments, Path folder) {
    List<String> words = new ArrayList<>();
    Map<String, String> options = new LinkedHashMap<>();
    for (String argument : arguments) {
      if (argument.startsWith(OPTION)) {
        int equals = argument.indexOf('=');
        options.put(
            argument.substring(OPTION.length(), equals < 0 ? argument.length() : equals),
            equals < 0 ? "" : argument.substring(equals + 1));
      } else {
        words.add(argument);
      }
    }
    return new CommandArguments(words, options, folder);
  }

  /**
   * @param place from 0
   * @throws CommandFailure when there are not so many words
   */
  public String word(int place, String what) {
    if (place >= words.size()) {
      throw CommandFailure.usage("Say " + what + ".");
    }
    return words.get(place);
  }

  /** A word that is a file, as the one who asks sees files. */
  public Path path(int place, String what) {
    return folder.resolve(word(place, what)).toAbsolutePath().normalize();
  }

  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  public boolean has(String name) {
    return options.containsKey(name);
  }

  /**
   * @throws CommandFailure when there are more words, or options that are not among these
   */
  public void requireOnly(int most, String... known) {
    for (String option : options.keySet()) {
      if (!List.of(known).contains(option)) {
        throw CommandFailure.usage("There is no option --" + option + " here.");
      }
    }
    if (words.size() > most) {
      throw CommandFailure.usage("'" + words.get(most) + "' is more than is understood here.");
    }
  }
}
