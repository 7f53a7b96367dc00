package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.speech.RecognitionOptions;

/**
 * How whisper.cpp listens. Marks for what is no speech ({@code [BLANK_AUDIO]}, {@code (music)}) are
 * allowed: forbidden to write them, it writes words that nobody said.
 *
 * @param language as whisper.cpp calls it, or {@code auto}
 * @param prompt words that are likely; empty for none
 * @param beams how many beginnings of a text are followed at once; 1 takes the likeliest token
 * @param retries whether a text that it doubts is tried again at higher temperatures
 * @param fitted whether the encoder is given the sound alone, not the half minute that Whisper was
 *     trained on: quicker, and a little less sure
 */
record Listening(String language, String prompt, int beams, boolean retries, boolean fitted) {
  /** As whisper.cpp's own program has it. */
  private static final int BEAMS = 5;

  /**
   * For a recording: the best that Whisper can do.
   *
   * @throws InvalidInputException when the model does not know the language
   */
  static Listening thorough(RecognitionOptions options, ModelFile model) {
    String language = WhisperLanguages.code(options.language(), model);
    return new Listening(language, options.prompt().strip(), BEAMS, true, false);
  }

  /**
   * For live speech, which is heard many times over: one try each.
   *
   * @throws InvalidInputException when the model does not know the language
   */
  static Listening quick(RecognitionOptions options, ModelFile model) {
    String language = WhisperLanguages.code(options.language(), model);
    return new Listening(language, options.prompt().strip(), 1, false, true);
  }

  /**
   * Whether whisper.cpp is to find out the language, at the price of another run of the encoder.
   */
  boolean guessesLanguage() {
    return language.equals(WhisperLanguages.ANY);
  }

  Listening inLanguage(String spoken) {
    return new Listening(spoken, prompt, beams, retries, fitted);
  }

  Listening withoutPrompt() {
    return new Listening(language, "", beams, retries, fitted);
  }

  /** Without the prompt, which may name people. */
  @Override
  public String toString() {
    return "Listening[" + language + ", " + beams + " beams]";
  }
}
