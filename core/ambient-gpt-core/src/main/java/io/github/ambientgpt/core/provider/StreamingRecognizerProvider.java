package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.StreamingRecognizer;

/** Makes recognizers of live speech. */
public interface StreamingRecognizerProvider extends Provider<StreamingRecognizer> {}
