package io.github.ambientgpt.api.problem;

import java.util.List;

/**
 * What was asked for cannot be done. The detail says why and what to do, and holds no clinical
 * text.
 */
public class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final transient List<FieldError> errors;

  public ApiException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ApiException(ProblemType type, String detail, List<FieldError> errors) {
    super(detail);
    this.type = type;
    this.errors = List.copyOf(errors);
  }

  /** One field of the request is wrong. */
  public static ApiException field(String field, String message) {
    return new ApiException(
        ProblemType.INVALID_REQUEST,
        "The field '%s' is wrong: %s.".formatted(field, message),
        List.of(new FieldError(field, message)));
  }

  /**
   * @param what such as {@code encounter}
   */
  public static ApiException notFound(String what) {
    return new ApiException(
        ProblemType.NOT_FOUND, "There is no such %s, or it is not yours to see.".formatted(what));
  }

  public ProblemType type() {
    return type;
  }

  public List<FieldError> errors() {
    return errors;
  }
}
