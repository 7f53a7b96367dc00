package io.github.ambientgpt.bridge.problem;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/**
 * Why a request has no answer, in words for whoever sent it: what, why and what to do. Neither the
 * message nor anything else holds what was sent or answered. Subclasses say what it is about.
 */
public abstract class BridgeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What the types of problems begin with; they are the api's as well. */
  public static final String PREFIX = "urn:ambient-gpt:problem:";

  private final HttpStatus status;
  private final String type;
  private final Duration retryAfter;

  /**
   * @param type the end of the problem's type, which clients may rely on
   * @param retryAfter when it may be worth another try; {@code null} when nobody knows
   */
  protected BridgeException(HttpStatus status, String type, String message, Duration retryAfter) {
    super(message, null, false, false);
    this.status = status;
    this.type = type;
    this.retryAfter = retryAfter;
  }

  public HttpStatus status() {
    return status;
  }

  /** Such as {@code queue-full}. */
  public String type() {
    return type;
  }

  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** What else a client may read in the problem; none when not overridden. */
  public Map<String, Object> facts() {
    return Map.of();
  }

  public ProblemDetail problem() {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, getMessage());
    problem.setType(URI.create(PREFIX + type));
    facts().forEach(problem::setProperty);
    return problem;
  }
}
