package io.github.ambientgpt.bridge.ollama;

/**
 * A model that Ollama has.
 *
 * @param name what Ollama calls it
 * @param bytes on its disk
 * @param family such as {@code gemma3}; empty when Ollama does not say
 * @param parameters such as {@code 4.3B}; empty when Ollama does not say
 * @param quantization such as {@code Q4_K_M}; empty when Ollama does not say
 * @param modified ISO 8601; empty when Ollama does not say
 */
public record ServedModel(
    String name,
    long bytes,
    String family,
    String parameters,
    String quantization,
    String modified) {}
