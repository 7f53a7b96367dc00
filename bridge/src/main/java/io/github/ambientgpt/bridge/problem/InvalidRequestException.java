package io.github.ambientgpt.bridge.problem;

import java.util.Map;
import org.springframework.http.HttpStatus;

/** A request that says something wrong or nothing; the message names the field. */
public final class InvalidRequestException extends BridgeException {
  private static final long serialVersionUID = 1L;

  private final String field;

  public InvalidRequestException(String field, String message) {
    super(HttpStatus.BAD_REQUEST, "invalid-request", message, null);
    this.field = field;
  }

  public String field() {
    return field;
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("field", field);
  }
}
