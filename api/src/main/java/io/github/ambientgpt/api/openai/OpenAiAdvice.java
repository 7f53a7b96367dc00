package io.github.ambientgpt.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ambientgpt.api.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Failures as OpenAI's clients read them. */
@RestControllerAdvice(
    assignableTypes = {OpenAiTranscriptionController.class, OpenAiModelController.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class OpenAiAdvice {
  record Body(Failure error) {}

  /** Nulls are written, as OpenAI does. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record Failure(String message, String type, @Nullable String param, String code) {}

  @ExceptionHandler
  ResponseEntity<Body> failed(Exception e) {
    int status = e instanceof OpenAiException own ? own.status() : Problem.of(e).status();
    return ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON).body(body(e));
  }

  static Body body(Exception e) {
    if (e instanceof OpenAiException own) {
      return new Body(
          new Failure(own.getMessage(), type(own.status()), own.parameter(), "invalid_value"));
    }
    Problem problem = Problem.of(e);
    String code = problem.type().toString().replaceFirst(".*:", "").replace('-', '_');
    return new Body(new Failure(problem.detail(), type(problem.status()), null, code));
  }

  private static String type(int status) {
    return status < 500 ? "invalid_request_error" : "server_error";
  }
}
