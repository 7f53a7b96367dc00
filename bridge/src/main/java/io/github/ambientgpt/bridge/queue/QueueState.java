package io.github.ambientgpt.bridge.queue;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The queue as it is now.
 *
 * @param slots how many are answered at once
 * @param running how many are
 * @param capacity how many may wait
 * @param waiting how many do
 * @param estimatedWaitSeconds what one who came now would wait; {@code null} before there was an
 *     answer to go by
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record QueueState(
    int slots, int running, int capacity, int waiting, Double estimatedWaitSeconds) {}
