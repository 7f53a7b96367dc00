package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.speech.RecognitionOptions;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;

/** How whisper.cpp listens. */
final class WhisperParams {
  /** As whisper.cpp's own program has it. */
  private static final int BEAMS = 5;

  private WhisperParams() {}

  /**
   * For a recording: the best that Whisper can do.
   *
   * @throws InvalidInputException when the model does not know the language
   */
  static WhisperFullParams thorough(RecognitionOptions options, ModelFile model, int threads) {
    WhisperFullParams params = params(WhisperSamplingStrategy.BEAN_SEARCH, options, model, threads);
    params.beamSearchBeamSize = BEAMS;
    return params;
  }

  /**
   * For live speech, which is heard many times over: one try each.
   *
   * @throws InvalidInputException when the model does not know the language
   */
  static WhisperFullParams quick(RecognitionOptions options, ModelFile model, int threads) {
    WhisperFullParams params = params(WhisperSamplingStrategy.GREEDY, options, model, threads);
    params.temperatureInc = 0;
    return params;
  }

  private static WhisperFullParams params(
      WhisperSamplingStrategy strategy, RecognitionOptions options, ModelFile model, int threads) {
    WhisperFullParams params = new WhisperFullParams(strategy);
    params.nThreads = threads;
    params.language = WhisperLanguages.code(options.language(), model);
    params.initialPrompt = options.prompt().isBlank() ? null : options.prompt();
    params.suppressNonSpeechTokens = true;
    params.printProgress = false;
    params.printTimestamps = false;
    return params;
  }
}
