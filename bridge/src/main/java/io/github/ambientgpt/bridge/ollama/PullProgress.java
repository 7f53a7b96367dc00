package io.github.ambientgpt.bridge.ollama;

/**
 * How far a model has come.
 *
 * @param status in Ollama's words, such as {@code pulling manifest}; {@code success} at the end
 * @param completed bytes of the part that comes now
 * @param total bytes of that part; 0 when nothing comes
 */
public record PullProgress(String status, long completed, long total) {}
