package io.github.ambientgpt.bridge.queue;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Where a request stands in the queue.
 *
 * @param position 1 is next
 * @param estimatedWaitSeconds until its turn, going by how long answers have taken; {@code null}
 *     before there was one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(int position, Double estimatedWaitSeconds) {}
