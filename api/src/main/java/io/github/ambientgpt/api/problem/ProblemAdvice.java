package io.github.ambientgpt.api.problem;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.method.ParameterErrors;
import org.springframework.validation.method.ParameterValidationResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every failure as RFC 9457 problem+json. No detail and no log line holds what was sent. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  @ExceptionHandler
  ResponseEntity<Object> failed(Exception e) {
    return answer(Problem.of(e), HttpHeaders.EMPTY);
  }

  /** A connection that broke while it was read: nobody hears the answer. */
  @ExceptionHandler
  void broken(IOException e, HttpServletResponse response) {
    if (!response.isCommitted()) {
      response.setStatus(ProblemType.INVALID_REQUEST.status().value());
    }
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    for (Throwable each = e; each != null; each = each.getCause()) {
      if (each instanceof ApiException known) {
        return answer(Problem.of(known), HttpHeaders.EMPTY);
      }
    }
    if (cause instanceof UnrecognizedPropertyException unknown) {
      String known =
          unknown.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .sorted()
              .collect(Collectors.joining(", "));
      return answer(
          Problem.of(ApiException.field(path(unknown), "it is not known here; there is: " + known)),
          HttpHeaders.EMPTY);
    }
    if (cause instanceof MismatchedInputException wrong && !wrong.getPath().isEmpty()) {
      return answer(
          Problem.of(ApiException.field(path(wrong), "it has another type or form than it needs")),
          HttpHeaders.EMPTY);
    }
    return invalid(
        cause instanceof JacksonException
            ? "The body is not the JSON that is read here: compare it with /v3/api-docs."
            : "A body is needed, and there is none that can be read.",
        List.of());
  }

  private static String path(JacksonException e) {
    StringBuilder path = new StringBuilder();
    for (JacksonException.Reference reference : e.getPath()) {
      if (reference.getPropertyName() == null) {
        path.append('[').append(reference.getIndex()).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
      }
    }
    return path.toString();
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return invalid(fields(e.getBindingResult()));
  }

  private static List<FieldError> fields(org.springframework.validation.Errors found) {
    List<FieldError> errors = new ArrayList<>();
    found
        .getFieldErrors()
        .forEach(
            error ->
                errors.add(
                    new FieldError(
                        error.getField(),
                        error.isBindingFailure()
                            ? "it has another type or form than it needs"
                            : String.valueOf(error.getDefaultMessage()))));
    found
        .getGlobalErrors()
        .forEach(
            error -> errors.add(new FieldError("", String.valueOf(error.getDefaultMessage()))));
    return errors;
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldError> errors = new ArrayList<>();
    for (ParameterValidationResult result : e.getParameterValidationResults()) {
      if (result instanceof ParameterErrors bean) {
        errors.addAll(fields(bean));
      } else {
        String name = String.valueOf(result.getMethodParameter().getParameterName());
        result
            .getResolvableErrors()
            .forEach(
                error ->
                    errors.add(new FieldError(name, String.valueOf(error.getDefaultMessage()))));
      }
    }
    return invalid(errors);
  }

  @ExceptionHandler
  ResponseEntity<Object> mismatch(MethodArgumentTypeMismatchException e) {
    return answer(
        Problem.of(ApiException.field(e.getName(), "it has another form than it needs")),
        HttpHeaders.EMPTY);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleServletRequestBindingException(
      ServletRequestBindingException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return e instanceof MissingRequestHeaderException header
        ? invalid(List.of(new FieldError(header.getHeaderName(), "this header is needed")))
        : super.handleServletRequestBindingException(e, headers, status, request);
  }

  private static ResponseEntity<Object> invalid(List<FieldError> errors) {
    String which =
        errors.stream().map(FieldError::field).distinct().collect(Collectors.joining("', '"));
    return invalid(
        "Correct what is wrong with '%s' and send it again: errors says why.".formatted(which),
        errors);
  }

  private static ResponseEntity<Object> invalid(String detail, List<FieldError> errors) {
    return answer(Problem.of(ProblemType.INVALID_REQUEST, detail, errors), HttpHeaders.EMPTY);
  }

  /** What Spring itself refuses. */
  @Override
  protected @Nullable ResponseEntity<Object> handleExceptionInternal(
      Exception e,
      @Nullable Object body,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return answer(StatusProblems.of(status.value()), headers);
  }

  private static ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
    return ResponseEntity.status(problem.status())
        .headers(headers)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
