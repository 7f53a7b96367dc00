package io.github.ambientgpt.core.vocabulary;

/**
 * A unit of measurement.
 *
 * @param symbol as it is written in a note, such as {@code mg}
 * @param dimension what it measures, such as {@code mass}; values of different dimensions are never
 *     equal
 * @param factor how many of the dimension's base unit it is, so that 1 g equals 1000 mg; for
 *     temperatures, which have no common zero, 1
 * @since 0.1.0
 */
public record Unit(String symbol, String dimension, double factor) {}
