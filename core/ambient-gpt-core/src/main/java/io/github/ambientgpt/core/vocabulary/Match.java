package io.github.ambientgpt.core.vocabulary;

/**
 * A place in a text where a term of a {@link Lexicon} stands.
 *
 * @param value what the lexicon says of the term
 * @param beginChar index of its first character in the text
 * @param endChar index after its last character
 * @since 0.1.0
 */
public record Match<T>(T value, int beginChar, int endChar) {}
