package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.SpeakerEmbedder;

/**
 * Makes what tells voices apart. They need no settings.
 *
 * @since 0.1.0
 */
public interface SpeakerEmbedderProvider extends Provider<SpeakerEmbedder> {}
