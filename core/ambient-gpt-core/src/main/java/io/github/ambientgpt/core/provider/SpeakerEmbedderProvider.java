package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.SpeakerEmbedder;

/** Makes what tells voices apart. They need no settings. */
public interface SpeakerEmbedderProvider extends Provider<SpeakerEmbedder> {}
