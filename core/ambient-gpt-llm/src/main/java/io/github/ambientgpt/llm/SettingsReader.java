package io.github.ambientgpt.llm;

import io.github.ambientgpt.core.provider.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads settings and gathers what is wrong with them, so that a person learns of all faults at
 * once. For one thread.
 */
final class SettingsReader {
  private final Settings settings;
  private final List<String> faults = new ArrayList<>();

  SettingsReader(String provider, Settings settings, Set<String> known) {
    this.settings = settings;
    for (String name : new TreeSet<>(settings.values().keySet())) {
      if (!known.contains(name)) {
        faults.add(
            "The provider '%s' does not know the setting '%s'. It knows: %s."
                .formatted(provider, name, String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  /** Sentences; empty when all is well. */
  List<String> faults() {
    return List.copyOf(faults);
  }

  /** One word: it becomes part of a name or a header. */
  Optional<String> word(String name) {
    return word(name, "[\\x21-\\x7E]+");
  }

  /** One word of letters, digits, dots, hyphens and underscores: it becomes part of an address. */
  Optional<String> plainWord(String name) {
    return word(name, "[\\w.-]+");
  }

  private Optional<String> word(String name, String form) {
    Optional<String> value = settings.get(name).map(String::strip);
    if (value.isPresent() && !value.get().matches(form)) {
      faults.add(
          "The setting '%s' holds a character that it cannot have, such as a blank."
              .formatted(name));
      return Optional.empty();
    }
    return value;
  }

  int number(String name, int least, int most, int otherwise) {
    return (int) number(name, "\\d{1,9}", least, most, otherwise);
  }

  double decimal(String name, int least, int most, double otherwise) {
    return number(name, "\\d{1,9}([.]\\d{1,9})?", least, most, otherwise);
  }

  private double number(String name, String form, int least, int most, double otherwise) {
    Optional<String> value = settings.get(name).map(String::strip);
    if (value.isEmpty()) {
      return otherwise;
    }
    double number = value.get().matches(form) ? Double.parseDouble(value.get()) : Double.NaN;
    if (!(least <= number && number <= most)) { // written so that NaN is refused too
      faults.add(
          "The setting '%s' is a number from %d to %d, not '%s'."
              .formatted(name, least, most, value.get()));
      return otherwise;
    }
    return number;
  }

  boolean flag(String name) {
    Optional<String> value = settings.get(name).map(String::strip);
    if (value.isPresent() && !value.get().matches("true|false")) {
      faults.add("The setting '%s' is true or false, not '%s'.".formatted(name, value.get()));
    }
    return value.filter("true"::equals).isPresent();
  }

  /** A server's address; empty when there is none, or none that can be used. */
  Optional<URI> url(String name, String otherwise) {
    String value = settings.get(name).map(String::strip).orElse(otherwise);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      URI url = new URI(value.replaceFirst("/+$", ""));
      if (url.getHost() != null
          && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return Optional.of(url);
      }
    } catch (URISyntaxException e) {
      // said below
    }
    // the value is left out: people paste keys into addresses
    faults.add(
        "The setting '%s' is no address of a server: it begins with http:// or https://, names a"
                .formatted(name)
            + " host, and has no password, '?' or '#' in it.");
    return Optional.empty();
  }
}
