package io.github.ambientgpt.bridge.chat;

import io.github.ambientgpt.bridge.problem.BridgeException;
import io.github.ambientgpt.bridge.problem.InvalidRequestException;
import io.github.ambientgpt.bridge.problem.ProblemAdvice;
import org.springframework.http.ProblemDetail;

/** A failure as OpenAI's clients know it. */
record OpenAiError(Fault error) {
  /**
   * @param param the field that is wrong; {@code null} when none is
   * @param code for programs
   */
  record Fault(String message, String type, String param, String code) {}

  static OpenAiError of(Throwable e) {
    ProblemDetail problem = ProblemAdvice.problem(e);
    String type =
        switch (problem.getStatus()) {
          case 429 -> "rate_limit_error";
          case 400, 404, 406, 413, 415 -> "invalid_request_error";
          default -> "server_error";
        };
    String field =
        ProblemAdvice.known(e)
            .filter(InvalidRequestException.class::isInstance)
            .map(invalid -> ((InvalidRequestException) invalid).field())
            .orElse(null);
    return new OpenAiError(
        new Fault(String.valueOf(problem.getDetail()), type, field, code(problem)));
  }

  /** OpenAI's own where it has one. */
  private static String code(ProblemDetail problem) {
    String type = problem.getType().toString().replace(BridgeException.PREFIX, "");
    return switch (type) {
      case "model-missing" -> "model_not_found";
      case "prompt-too-long" -> "context_length_exceeded";
      default -> type.replace('-', '_');
    };
  }

  /** OpenAI has 400 for what is too long. */
  static int status(Throwable e) {
    int status = ProblemAdvice.problem(e).getStatus();
    return status == 413 ? 400 : status;
  }
}
