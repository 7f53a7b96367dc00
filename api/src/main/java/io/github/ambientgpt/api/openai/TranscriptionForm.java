package io.github.ambientgpt.api.openai;

import io.github.ambientgpt.api.speech.SpooledForm;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is wanted of a recording.
 *
 * @param engine the recognizer's id; empty for the usual one
 * @param model its model; empty for the configured one
 * @param granularities of {@code segment} and {@code word}
 */
record TranscriptionForm(
    String engine,
    String model,
    RecognitionOptions options,
    Format format,
    Set<String> granularities,
    boolean stream) {
  /** OpenAI's own names mean the usual recognizer. */
  private static final Set<String> USUAL =
      Set.of("whisper-1", "gpt-4o-transcribe", "gpt-4o-mini-transcribe");

  /** {@code temperature} decides nothing here, and the two last are of the models that it has. */
  private static final Set<String> KNOWN =
      Set.of(
          "model",
          "language",
          "prompt",
          "response_format",
          "temperature",
          "timestamp_granularities[]",
          "timestamp_granularities",
          "stream",
          "chunking_strategy",
          "include[]");

  enum Format {
    JSON,
    TEXT,
    SRT,
    VERBOSE_JSON,
    VTT
  }

  /**
   * @throws OpenAiException when something is wrong with it
   */
  static TranscriptionForm of(SpooledForm form) {
    for (String name : form.names()) {
      if (!KNOWN.contains(name)) {
        throw OpenAiException.invalid(
            name, "Unrecognized request argument supplied: " + shown(name));
      }
    }
    String named = form.text("model").orElse("");
    if (named.isEmpty()) {
      throw OpenAiException.invalid("model", "Name a model: GET /v1/models lists them.");
    }
    int colon = named.indexOf(':');
    boolean usual = USUAL.contains(named);
    return new TranscriptionForm(
        usual ? "" : colon < 0 ? named : named.substring(0, colon),
        usual || colon < 0 ? "" : named.substring(colon + 1),
        new RecognitionOptions(language(form), form.text("prompt").orElse("")),
        format(form),
        granularities(form),
        flag(form, "stream"));
  }

  private static Optional<String> language(SpooledForm form) {
    Optional<String> language = form.text("language");
    if (language.isPresent() && !language.get().matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")) {
      throw OpenAiException.invalid("language", "A language is a code such as en or de.");
    }
    return language;
  }

  private static Format format(SpooledForm form) {
    String name = form.text("response_format").orElse("json");
    for (Format format : Format.values()) {
      if (format.name().toLowerCase(Locale.ROOT).equals(name)) {
        return format;
      }
    }
    throw OpenAiException.invalid(
        "response_format", "A format is json, text, srt, verbose_json or vtt.");
  }

  private static Set<String> granularities(SpooledForm form) {
    Set<String> wanted = new HashSet<>(form.texts("timestamp_granularities[]"));
    wanted.addAll(form.texts("timestamp_granularities"));
    if (!Set.of("segment", "word").containsAll(wanted)) {
      throw OpenAiException.invalid(
          "timestamp_granularities[]", "A granularity is segment or word.");
    }
    return wanted.isEmpty() ? Set.of("segment") : Set.copyOf(wanted);
  }

  private static boolean flag(SpooledForm form, String name) {
    String value = form.text(name).orElse("false").toLowerCase(Locale.ROOT);
    if (!Set.of("true", "false").contains(value)) {
      throw OpenAiException.invalid(name, "It is true or false.");
    }
    return value.equals("true");
  }

  /** Enough to find it, and no more. */
  private static String shown(String name) {
    return name.replaceAll("[^\\w\\[\\]-]", "?").substring(0, Math.min(40, name.length()));
  }

  /** Without the prompt, which may be clinical. */
  @Override
  public String toString() {
    return "TranscriptionForm[%s, %s]".formatted(engine, format);
  }
}
