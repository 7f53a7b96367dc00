package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.StreamingRecognizer;

/**
 * Makes recognizers of live speech.
 *
 * @since 0.1.0
 */
public interface StreamingRecognizerProvider extends Provider<StreamingRecognizer> {}
