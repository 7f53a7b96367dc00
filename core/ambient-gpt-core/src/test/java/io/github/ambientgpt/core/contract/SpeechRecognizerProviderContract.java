package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;

/**
 * What a provider of recognizers of recordings promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class SpeechRecognizerProviderContract extends ProviderContract<SpeechRecognizer> {
  protected SpeechRecognizerProviderContract() {
    super(SpeechRecognizerProvider.class);
  }

  @Override
  protected abstract SpeechRecognizerProvider provider();
}
