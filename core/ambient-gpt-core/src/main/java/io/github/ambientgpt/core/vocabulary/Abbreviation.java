package io.github.ambientgpt.core.vocabulary;

/**
 * A shortened clinical term.
 *
 * @param letters as it is usually written, such as {@code HTN}
 * @param expansion its most usual meaning
 * @param ambiguous whether it has other meanings in a note, or is also a word, so that it should be
 *     expanded only where the context agrees
 * @since 0.1.0
 */
public record Abbreviation(String letters, String expansion, boolean ambiguous) {}
