package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.problem.BridgeException;
import java.time.Duration;
import org.springframework.http.HttpStatus;

/** The time that a request has is over. */
public final class DeadlineException extends BridgeException {
  private static final long serialVersionUID = 1L;

  DeadlineException(Duration deadline) {
    super(
        HttpStatus.GATEWAY_TIMEOUT,
        "deadline",
        "There was no whole answer within %s s, waiting included: try again later, take a smaller model, or raise BRIDGE_TIMEOUT."
            .formatted(deadline.toMillis() / 1000.0),
        null);
  }
}
