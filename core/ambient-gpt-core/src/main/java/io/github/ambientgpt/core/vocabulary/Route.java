package io.github.ambientgpt.core.vocabulary;

/**
 * The way a drug is given.
 *
 * @param name such as {@code PO}
 * @param words such as {@code by mouth}
 * @since 0.1.0
 */
public record Route(String name, String words) {}
