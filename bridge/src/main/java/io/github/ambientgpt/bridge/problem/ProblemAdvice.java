package io.github.ambientgpt.bridge.problem;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every failure as RFC 9457 problem+json. No detail and no log line holds what was sent. */
@RestControllerAdvice
public class ProblemAdvice {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  @ExceptionHandler
  Mono<ResponseEntity<ProblemDetail>> any(Throwable e) {
    return isForNobody(e) ? Mono.empty() : Mono.just(answer(e));
  }

  private static ResponseEntity<ProblemDetail> answer(Throwable e) {
    ProblemDetail problem = problem(e);
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (e instanceof ErrorResponse response) {
      headers.putAll(response.getHeaders());
    }
    retryAfter(e).ifPresent(wait -> headers.set(HttpHeaders.RETRY_AFTER, wait));
    return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
  }

  /** Whether it failed because the client went away, so that nobody is there to be told. */
  public static boolean isForNobody(Throwable e) {
    return e instanceof CancellationException
        || DisconnectedClientHelper.isClientDisconnectedException(e);
  }

  /** For the header of that name: seconds. */
  public static Optional<String> retryAfter(Throwable e) {
    return known(e).flatMap(BridgeException::retryAfter).map(wait -> "" + wait.toSeconds());
  }

  /** Ours, also when it was thrown while a request was being read. */
  public static Optional<BridgeException> known(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BridgeException known) {
        return Optional.of(known);
      }
    }
    return Optional.empty();
  }

  /** What is to be said of a failure of any kind. */
  public static ProblemDetail problem(Throwable e) {
    Optional<BridgeException> known = known(e);
    if (known.isPresent()) {
      return known.get().problem();
    }
    if (caused(e, DataBufferLimitException.class)) {
      return problem(
          HttpStatus.CONTENT_TOO_LARGE,
          "content-too-large",
          "The request has more bytes than the bridge takes: shorten it, or raise BRIDGE_REQUEST_SIZE.");
    }
    if (e instanceof NotAcceptableStatusException other) {
      return problem(
          HttpStatus.NOT_ACCEPTABLE,
          "not-acceptable",
          "This route answers with %s: name one of them in Accept, or leave it out."
              .formatted(types(other.getSupportedMediaTypes())));
    }
    if (e instanceof ServerWebInputException input) {
      return problem(HttpStatus.BAD_REQUEST, "invalid-request", wrong(input));
    }
    if (e instanceof ErrorResponse response) {
      HttpStatusCode status = response.getStatusCode();
      ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, said(status));
      problem.setType(URI.create(BridgeException.PREFIX + "http-" + status.value()));
      return problem;
    }
    // A message could quote what was sent; a type and a place cannot.
    StackTraceElement[] trace = e.getStackTrace();
    log.error("Failed with {} at {}", e.getClass().getName(), trace.length > 0 ? trace[0] : "?");
    return problem(
        HttpStatus.INTERNAL_SERVER_ERROR,
        "defect",
        "That is a defect of the bridge; its log says where.");
  }

  private static ProblemDetail problem(HttpStatus status, String type, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    problem.setType(URI.create(BridgeException.PREFIX + type));
    return problem;
  }

  private static String said(HttpStatusCode status) {
    return switch (status.value()) {
      case 404 -> "There is nothing at this address: GET /v3/api-docs lists what there is.";
      case 405 -> "This address takes another method: the header Allow names it.";
      case 415 -> "This route takes JSON: send it with Content-Type: application/json.";
      default -> "The request cannot be served.";
    };
  }

  /** Names the field, never its value. */
  private static String wrong(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnrecognizedPropertyException unknown) {
        return "The request has a field that is not known here. Known are: %s."
            .formatted(
                unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", ")));
      }
      if (cause instanceof JacksonException json) {
        String field =
            json.getPath().stream()
                .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
                .collect(Collectors.joining("."));
        return field.isEmpty()
            ? "The request is not the JSON that this route takes: GET /v3/api-docs describes it."
            : "The field '%s' is not of the kind that this route takes: GET /v3/api-docs describes it."
                .formatted(field);
      }
    }
    return "The request has no body, or one that cannot be read: GET /v3/api-docs describes it.";
  }

  private static boolean caused(Throwable e, Class<? extends Throwable> type) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }

  private static String types(List<MediaType> types) {
    return types.stream().map(MediaType::toString).distinct().collect(Collectors.joining(", "));
  }
}
