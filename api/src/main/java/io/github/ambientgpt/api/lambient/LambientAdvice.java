package io.github.ambientgpt.api.lambient;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.Problem;
import io.github.ambientgpt.core.error.AmbientGptException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Failures as the predecessor's clients know them: {@code detail}, and {@code error} with the same
 * sentence, which its page looks for.
 */
@RestControllerAdvice(
    assignableTypes = {
      LambientTemplateController.class,
      LambientTranscribeController.class,
      LambientNotesController.class,
      LambientBridgeController.class
    })
@Order(Ordered.HIGHEST_PRECEDENCE)
class LambientAdvice {
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Body(Object detail, String error) {}

  @ExceptionHandler
  ResponseEntity<Body> refused(Refusal e) {
    boolean listed = !e.faults().isEmpty();
    return answer(listed ? 422 : 400, listed ? e.faults() : e.getMessage(), e.getMessage());
  }

  /** The predecessor knew no other status for a recognizer that fails or a file that is none. */
  @ExceptionHandler({AmbientGptException.class, ApiException.class})
  ResponseEntity<Body> failed(RuntimeException e) {
    return answer(400, e.getMessage(), e.getMessage());
  }

  @ExceptionHandler
  ResponseEntity<String> defect(Exception e) {
    Problem.of(e); // logs the type and the place
    return ResponseEntity.status(500)
        .contentType(MediaType.TEXT_PLAIN)
        .body("Internal Server Error");
  }

  private static ResponseEntity<Body> answer(int status, Object detail, String error) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(new Body(detail, error));
  }
}
