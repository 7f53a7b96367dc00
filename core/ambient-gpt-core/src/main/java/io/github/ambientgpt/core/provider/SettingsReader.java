package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.http.ServerAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads settings and gathers what is wrong with them, so that a person learns of all faults at
 * once. A value with a fault counts as not given. A fault shows the value only where that is no
 * secret. For one thread.
 *
 * @since 0.1.0
 */
public final class SettingsReader {
  private static final Set<String> FOR_ANYBODY =
      Set.of(Settings.MODEL, Settings.URL, Settings.KEY, ModelFolder.SETTING);

  private final Settings settings;
  private final List<SettingFault> faults = new ArrayList<>();

  public SettingsReader(Settings settings) {
    this.settings = settings;
  }

  public Settings settings() {
    return settings;
  }

  /** Each once; empty when all that was read so far is well. */
  public List<SettingFault> faults() {
    return faults.stream().distinct().toList();
  }

  /**
   * @throws InvalidInputException when anything that was read so far has a fault; it names all
   */
  public void requireNoFaults() {
    if (!faults.isEmpty()) {
      throw new InvalidInputException(
          faults().stream().map(SettingFault::message).collect(Collectors.joining(" ")));
    }
  }

  /**
   * Finds fault with every setting that the provider does not read, but for those that a person
   * gives before it is clear who will listen or write: {@code model}, {@code url}, {@code key} and
   * the folder of models.
   *
   * @param known may be empty
   */
  public void requireKnown(String provider, Set<String> known) {
    for (String name : new TreeSet<>(settings.values().keySet())) {
      if (!known.contains(name) && !FOR_ANYBODY.contains(name)) {
        fault(
            name,
            "The provider '%s' does not know the setting '%s'. %s."
                .formatted(
                    provider,
                    name,
                    known.isEmpty()
                        ? "It has none"
                        : "It knows: " + String.join(", ", new TreeSet<>(known))));
      }
    }
  }

  /** One word of ASCII: it becomes part of a name or a header. */
  public Optional<String> word(String name) {
    return matching(
        name,
        "[\\x21-\\x7E]+",
        "The setting '%s' holds a character that it cannot have, such as a blank.");
  }

  /** One word of letters, digits, dots, hyphens and underscores: it becomes part of an address. */
  public Optional<String> plainWord(String name) {
    return matching(
        name,
        "[A-Za-z0-9._-]{1,100}",
        "The setting '%s' is a name of letters, digits, dots, hyphens and underscores.");
  }

  private Optional<String> matching(String name, String form, String fault) {
    Optional<String> value = value(name);
    if (value.isPresent() && !value.get().matches(form)) {
      fault(name, fault.formatted(name));
      return Optional.empty();
    }
    return value;
  }

  /** A whole number from {@code least} to {@code most}. */
  public int number(String name, int least, int most, int otherwise) {
    return (int) number(name, "\\d{1,9}", least, most, otherwise);
  }

  /** A number from {@code least} to {@code most}, with a decimal point if it wants one. */
  public double decimal(String name, int least, int most, double otherwise) {
    return number(name, "\\d{1,9}([.]\\d{1,9})?", least, most, otherwise);
  }

  private double number(String name, String form, int least, int most, double otherwise) {
    Optional<String> value = value(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    double number = value.get().matches(form) ? Double.parseDouble(value.get()) : Double.NaN;
    if (!(least <= number && number <= most)) { // written so that NaN is refused too
      fault(
          name,
          "The setting '%s' is a number from %d to %d, not '%s'."
              .formatted(name, least, most, value.get()));
      return otherwise;
    }
    return number;
  }

  /** {@code true} or {@code false}; false when not given. */
  public boolean flag(String name) {
    return choice(name, List.of("false", "true")).equals("true");
  }

  /**
   * @param choices the first is taken when the setting is not given
   */
  public String choice(String name, List<String> choices) {
    Optional<String> value = value(name);
    if (value.isPresent() && !choices.contains(value.get())) {
      fault(
          name,
          "The setting '%s' is %s, not '%s'."
              .formatted(name, String.join(" or ", choices), value.get()));
    }
    return value.filter(choices::contains).orElse(choices.get(0));
  }

  /**
   * Where a server answers; empty when nobody says so, or what is said is no address.
   *
   * @param otherwise taken when the setting is not given; may be empty
   */
  public Optional<ServerAddress> address(String name, String otherwise) {
    String value = value(name).orElse(otherwise);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    Optional<ServerAddress> address = ServerAddress.parse(value);
    if (address.isEmpty()) {
      fault(name, noAddress(name));
    }
    return address;
  }

  /** What to say of an address that is none; without it, since people paste keys into addresses. */
  public static String noAddress(String name) {
    return "The setting '%s' is no address of a server: it begins with http:// or https://, names a"
            .formatted(name)
        + " host, and has no password, '?' or '#' in it.";
  }

  private void fault(String name, String message) {
    faults.add(new SettingFault(name, message));
  }

  private Optional<String> value(String name) {
    return settings.get(name).map(String::strip);
  }
}
