package io.github.ambientgpt.api.problem;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Every failure as RFC 9457 problem+json. No detail and no log line holds what was sent. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  ProblemDetail known(AmbientGptException e) {
    return ProblemDetail.forStatusAndDetail(status(e), e.getMessage());
  }

  @ExceptionHandler
  ProblemDetail unknown(Exception e) {
    // A message could quote what was sent; a type and a place cannot.
    StackTraceElement[] trace = e.getStackTrace();
    log.error("Failed with {} at {}", e.getClass().getName(), trace.length > 0 ? trace[0] : "?");
    return ProblemDetail.forStatusAndDetail(
        HttpStatus.INTERNAL_SERVER_ERROR, "That is a defect; the log of the service says where.");
  }

  private static HttpStatus status(AmbientGptException e) {
    if (e instanceof InvalidInputException) {
      return HttpStatus.UNPROCESSABLE_CONTENT;
    }
    if (e instanceof NotReadyException) {
      return HttpStatus.SERVICE_UNAVAILABLE;
    }
    if (e instanceof EngineException) {
      return HttpStatus.BAD_GATEWAY;
    }
    return e instanceof CancelledException ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
  }
}
