package io.github.ambientgpt.spring;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/**
 * Properties under {@code ambient-gpt} whose value is not of their type, such as a word in place of
 * a number. By itself the first of them ends a start, in the words of the library that reads them.
 */
final class UnreadableProperties implements ConfigurationCheck {
  private static final Map<Class<?>, String> WANTED =
      Map.of(
          Boolean.class, "true or false",
          Integer.class, "a whole number",
          Long.class, "a whole number",
          Double.class, "a number",
          Duration.class, "a length of time, such as 30s, 15m or 12h",
          DataSize.class, "a size, such as 512MB or 4GB",
          URI.class, "an address, such as https://storage.example.org");

  @Override
  public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
    Binder binder = Binder.get(environment);
    List<ConfigurationFault> faults = new ArrayList<>();
    List<KnownProperty> all = KnownProperty.all();
    for (KnownProperty property : all) {
      if (property.standsAlone(all)) { // a recognizer looks at its settings itself
        type(property.type()).flatMap(type -> fault(property, type, binder)).ifPresent(faults::add);
      }
    }
    return faults;
  }

  private static Optional<ConfigurationFault> fault(
      KnownProperty property, ResolvableType type, Binder binder) {
    try {
      binder.bind(property.name(), Bindable.of(type));
      return Optional.empty();
    } catch (BindException e) {
      return Optional.of(
          new ConfigurationFault(property.name().toString(), why(e), remedy(e, type)));
    }
  }

  /** No value that may be a secret: those are texts, which can always be read. */
  private static String why(BindException e) {
    return conversion(e)
        .filter(failed -> !wanted(failed).equals(URI.class))
        .map(failed -> "It is '%s'.".formatted(failed.getValue()))
        .orElse("Its value cannot be read.");
  }

  private static String remedy(BindException e, ResolvableType type) {
    Class<?> wanted = conversion(e).map(UnreadableProperties::wanted).orElse(type.toClass());
    if (wanted.isEnum()) {
      return "Set "
          + Arrays.stream(wanted.getEnumConstants())
              .map(each -> ((Enum<?>) each).name().toLowerCase(Locale.ROOT).replace('_', '-'))
              .collect(Collectors.joining(" or "))
          + ".";
    }
    return "Set %s, or remove it.".formatted(WANTED.getOrDefault(wanted, "another value"));
  }

  private static Class<?> wanted(ConversionFailedException failed) {
    TypeDescriptor target = failed.getTargetType();
    return ClassUtils.resolvePrimitiveIfNecessary(target.getType());
  }

  private static Optional<ConversionFailedException> conversion(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ConversionFailedException failed) {
        return Optional.of(failed);
      }
    }
    return Optional.empty();
  }

  /** Empty for what is not here: the metadata may be older than a class. */
  private static Optional<ResolvableType> type(String name) {
    int open = name.indexOf('<');
    try {
      Class<?> raw =
          ClassUtils.forName(
              open < 0 ? name : name.substring(0, open),
              UnreadableProperties.class.getClassLoader());
      if (open < 0) {
        return Optional.of(ResolvableType.forClass(raw));
      }
      List<ResolvableType> parameters = new ArrayList<>();
      for (String parameter : parameters(name.substring(open + 1, name.length() - 1))) {
        parameters.add(type(parameter).orElseThrow(ClassNotFoundException::new));
      }
      return Optional.of(
          ResolvableType.forClassWithGenerics(raw, parameters.toArray(ResolvableType[]::new)));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Parted at the commas that stand in no further brackets. */
  private static List<String> parameters(String list) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int i = 0; i < list.length(); i++) {
      char c = list.charAt(i);
      depth += c == '<' ? 1 : c == '>' ? -1 : 0;
      if (c == ',' && depth == 0) {
        parts.add(list.substring(start, i));
        start = i + 1;
      }
    }
    parts.add(list.substring(start));
    return parts;
  }
}
