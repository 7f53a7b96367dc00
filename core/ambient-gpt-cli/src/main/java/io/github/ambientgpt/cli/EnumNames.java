package io.github.ambientgpt.cli;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads constants by the names that a person writes: {@code icd-10-cm} for {@code ICD_10_CM}.
 *
 * @param <E> the type of the constants
 */
record EnumNames<E>(List<E> constants) implements ITypeConverter<E> {
  /** For all options and parameters of a command and its subcommands. */
  static void register(CommandLine command) {
    for (ArgSpec arg : command.getCommandSpec().args()) {
      register(command, arg.auxiliaryTypes()[0]);
    }
    command.getSubcommands().values().forEach(EnumNames::register);
  }

  private static <T> void register(CommandLine command, Class<T> type) {
    if (type.isEnum()) {
      command.registerConverter(type, new EnumNames<>(List.of(type.getEnumConstants())));
    }
  }

  @Override
  public E convert(String value) {
    String wanted = value.strip().toLowerCase(Locale.ROOT);
    return constants.stream()
        .filter(constant -> name(constant).equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    constants.stream()
                        .map(EnumNames::name)
                        .collect(Collectors.joining(", ", "'" + value + "' is none of ", "."))));
  }

  private static String name(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
