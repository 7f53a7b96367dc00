package io.github.ambientgpt.bridge.queue;

import io.github.ambientgpt.bridge.problem.BridgeException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpStatus;

/** No seat is free. Trying again after the time that it names helps. */
public final class QueueFullException extends BridgeException {
  private static final long serialVersionUID = 1L;

  private final int waiting;

  QueueFullException(int waiting, Duration retryAfter) {
    super(
        HttpStatus.TOO_MANY_REQUESTS,
        "queue-full",
        "%d requests wait already, and no more may: try again in %d s."
            .formatted(waiting, retryAfter.toSeconds()),
        retryAfter);
    this.waiting = waiting;
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("waiting", waiting);
  }
}
