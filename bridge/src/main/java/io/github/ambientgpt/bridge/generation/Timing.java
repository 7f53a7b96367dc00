package io.github.ambientgpt.bridge.generation;

/**
 * Where the time went, in seconds.
 *
 * @param queued in the bridge's queue
 * @param firstToken from the request to the first of the answer, or to all of it where nothing
 *     streams
 * @param total from the request to the end
 */
public record Timing(double queued, double firstToken, double total) {}
