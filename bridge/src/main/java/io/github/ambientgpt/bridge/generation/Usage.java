package io.github.ambientgpt.bridge.generation;

/** Tokens read and written; 0 where Ollama does not say. */
public record Usage(int promptTokens, int completionTokens) {}
