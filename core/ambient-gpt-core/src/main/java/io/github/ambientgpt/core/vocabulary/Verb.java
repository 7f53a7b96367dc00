package io.github.ambientgpt.core.vocabulary;

/**
 * The forms of an English verb, in lower case.
 *
 * @param base as in "I feel"
 * @param thirdPerson as in "she feels"
 * @param past as in "she felt"
 * @param participle as in "she has felt"
 * @param progressive as in "she is feeling"
 * @param oftenNoun whether the base is at least as often a noun, as in "pain" or "cough"
 * @since 0.1.0
 */
public record Verb(
    String base,
    String thirdPerson,
    String past,
    String participle,
    String progressive,
    boolean oftenNoun) {}
