package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.VoiceActivity;

/** Makes detectors of voice activity. They need no settings. */
public interface VoiceActivityProvider extends Provider<VoiceActivity> {}
