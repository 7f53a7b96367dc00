package io.github.ambientgpt.core.provider;

import io.github.ambientgpt.core.speech.VoiceActivity;

/**
 * Makes detectors of voice activity. They need no settings.
 *
 * @since 0.1.0
 */
public interface VoiceActivityProvider extends Provider<VoiceActivity> {}
