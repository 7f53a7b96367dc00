package io.github.ambientgpt.core.format;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Names of languages as programs write them: {@code en-US}, {@code eng}, "english". */
final class LanguageTag {
  private static final Map<String, String> TAGS = new HashMap<>();

  static {
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(code);
      TAGS.put(locale.getISO3Language(), code);
      TAGS.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    }
  }

  private LanguageTag() {}

  /** BCP 47; what is not known stays as it is. */
  static String of(String told) {
    return TAGS.getOrDefault(told.strip().toLowerCase(Locale.ROOT), told.strip().replace('_', '-'));
  }
}
