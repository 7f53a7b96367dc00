package io.github.ambientgpt.core.vocabulary;

/**
 * A place in a text that names a concept.
 *
 * @param beginChar index of its first character in the text
 * @param endChar index after its last character
 * @since 0.1.0
 */
public record Mention(Concept concept, int beginChar, int endChar) {}
