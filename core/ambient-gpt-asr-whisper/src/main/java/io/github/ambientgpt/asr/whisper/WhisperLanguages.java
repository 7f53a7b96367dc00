package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The languages that a Whisper model knows. */
final class WhisperLanguages {
  private static final String ENGLISH = "en";

  /** Find out. */
  static final String ANY = "auto";

  private static final String UNKNOWN = "und";

  private static final Set<String> CODES =
      Set.of(
          ("en zh de es ru ko fr ja pt tr pl ca nl ar sv it id hi fi vi he uk el ms cs ro da hu ta"
                  + " no th ur hr bg lt la mi ml cy sk te fa lv bn sr az sl kn et mk br eu is hy ne mn"
                  + " bs kk sq sw gl mr pa si km sn yo so af oc ka be tg sd gu am yi lo uz fo ht ps tk"
                  + " nn mt sa lb my bo tl mg as tt haw ln ha ba jw su yue")
              .split(" "));

  private WhisperLanguages() {}

  /**
   * What whisper.cpp is told.
   *
   * @param language BCP 47
   * @throws InvalidInputException when the model does not know it
   */
  static String code(Optional<String> language, ModelFile model) {
    if (language.isEmpty()) {
      return model.multilingual() ? ANY : ENGLISH;
    }
    String code = Locale.forLanguageTag(language.get()).getLanguage();
    if (!CODES.contains(code)) {
      throw new InvalidInputException(
          "Whisper does not know the language '%s': give a BCP 47 tag such as en or es-MX, or none."
              .formatted(language.get()));
    }
    if (!model.multilingual() && !code.equals(ENGLISH)) {
      throw new InvalidInputException(
          "The model %s knows English only, not '%s': take one whose name does not end in .en."
              .formatted(model.name(), language.get()));
    }
    return code;
  }

  /**
   * What the transcript says.
   *
   * @param found as whisper.cpp calls it; empty when nobody spoke or it did not tell
   */
  static String spoken(Optional<String> language, Optional<String> found, ModelFile model) {
    return language.or(() -> found).orElse(model.multilingual() ? UNKNOWN : ENGLISH);
  }
}
