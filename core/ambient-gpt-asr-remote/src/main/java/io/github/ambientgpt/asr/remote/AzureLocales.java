package io.github.ambientgpt.asr.remote;

import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Azure wants a country with each language. */
final class AzureLocales {
  private AzureLocales() {}

  /**
   * @param tag BCP 47
   * @throws InvalidInputException when the tag has no country and none is known for it
   */
  static String of(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    if (!locale.getCountry().isEmpty()) {
      return locale.getLanguage() + "-" + locale.getCountry();
    }
    Map<String, String> byLanguage = new TreeMap<>();
    Table.read(AzureLocales.class, "locales.tsv", row -> byLanguage.put(row.get(0), row.get(1)));
    String known = byLanguage.get(locale.getLanguage());
    if (known == null) {
      throw new InvalidInputException(
          "Azure Speech wants a country with the language '%s': say it as in en-US."
              .formatted(tag));
    }
    return known;
  }
}
