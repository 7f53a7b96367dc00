package io.github.ambientgpt.api.problem;

import java.net.URI;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can go wrong. A client may rely on a type: it never changes. */
public enum ProblemType {
  INVALID_REQUEST(HttpStatus.BAD_REQUEST, "The request is wrong"),
  UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Nobody is logged in"),
  WRONG_CREDENTIALS(HttpStatus.UNAUTHORIZED, "Name, password or code is wrong"),
  FORBIDDEN(HttpStatus.FORBIDDEN, "That is not allowed"),
  CSRF(HttpStatus.FORBIDDEN, "The CSRF token is missing or old"),
  NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
  METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "That cannot be done here"),
  NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "It is not to be had in that form"),
  CONFLICT(HttpStatus.CONFLICT, "The state of things does not allow it"),
  NOTE_SIGNED(HttpStatus.CONFLICT, "The note is signed"),
  CANCELLED(HttpStatus.CONFLICT, "It was cancelled"),
  EDIT_CONFLICT(HttpStatus.PRECONDITION_FAILED, "Somebody else changed it meanwhile"),
  TUS_VERSION(HttpStatus.PRECONDITION_FAILED, "Another version of tus is needed"),
  TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "That is too large"),
  UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "That form is not read"),
  RANGE_NOT_SATISFIABLE(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "There is no such range"),
  INVALID_INPUT(HttpStatus.UNPROCESSABLE_CONTENT, "What was given cannot be used"),
  UNKNOWN_NAME(HttpStatus.UNPROCESSABLE_CONTENT, "There is nothing of that name"),
  RECORDING_UNREADABLE(HttpStatus.UNPROCESSABLE_CONTENT, "The recording cannot be decoded"),
  DECODER_FAILED(HttpStatus.UNPROCESSABLE_CONTENT, "The recording brought the decoder down"),
  KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key was used for another request"),
  PRECONDITION_REQUIRED(HttpStatus.PRECONDITION_REQUIRED, "If-Match is missing"),
  TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "That is too much at once"),
  DEFECT(HttpStatus.INTERNAL_SERVER_ERROR, "The service has a defect"),
  INTERRUPTED(HttpStatus.INTERNAL_SERVER_ERROR, "The work broke off"),
  ENGINE_FAILED(HttpStatus.BAD_GATEWAY, "A recognizer or language model failed"),
  ENGINE_BUSY(HttpStatus.BAD_GATEWAY, "A recognizer or language model does not answer now"),
  NOT_READY(HttpStatus.SERVICE_UNAVAILABLE, "Something is missing"),
  BUSY(HttpStatus.SERVICE_UNAVAILABLE, "The service is busy"),
  STORAGE_FAILED(HttpStatus.SERVICE_UNAVAILABLE, "The storage does not work now"),
  STORAGE_FULL(HttpStatus.INSUFFICIENT_STORAGE, "The disk is full");

  private static final String PREFIX = "urn:ambient-gpt:problem:";

  private final HttpStatus status;
  private final String title;

  ProblemType(HttpStatus status, String title) {
    this.status = status;
    this.title = title;
  }

  public HttpStatus status() {
    return status;
  }

  public String title() {
    return title;
  }

  public URI uri() {
    return URI.create(PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
