package io.github.ambientgpt.core.vocabulary;

import java.util.OptionalDouble;

/**
 * How often something is taken or done.
 *
 * @param name such as {@code BID}
 * @param perDay times a day; empty when the words do not say, as in {@code as needed}
 * @since 0.1.0
 */
public record Frequency(String name, OptionalDouble perDay) {}
