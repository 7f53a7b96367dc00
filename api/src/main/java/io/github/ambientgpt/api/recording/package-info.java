/**
 * Recordings of visits. {@link io.github.ambientgpt.api.recording.Recordings} keeps them, {@link
 * io.github.ambientgpt.api.recording.RecordingAudio} is the one place where they are decoded.
 */
package io.github.ambientgpt.api.recording;
