package io.github.ambientgpt.core.contract;

import io.github.ambientgpt.core.provider.StreamingRecognizerProvider;
import io.github.ambientgpt.core.speech.StreamingRecognizer;

/**
 * What a provider of recognizers of live speech promises: extend it in a test of yours.
 *
 * @since 0.1.0
 */
public abstract class StreamingRecognizerProviderContract
    extends ProviderContract<StreamingRecognizer> {
  protected StreamingRecognizerProviderContract() {
    super(StreamingRecognizerProvider.class);
  }

  @Override
  protected abstract StreamingRecognizerProvider provider();
}
