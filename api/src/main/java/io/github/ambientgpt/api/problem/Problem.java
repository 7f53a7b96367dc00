package io.github.ambientgpt.api.problem;

import io.github.ambientgpt.core.error.AmbientGptException;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.DecoderFailureException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.List;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * A failure as RFC 9457 says it.
 *
 * @param type stable; see {@link ProblemType}
 * @param title the type in words
 * @param status of HTTP
 * @param detail what happened and what to do
 * @param errors what is wrong with which field; absent when it is about none
 * @param requestId by which the lines of the log are found; absent where no request was answered
 */
@Schema(name = "Problem")
public record Problem(
    URI type,
    String title,
    int status,
    String detail,
    @Nullable List<FieldError> errors,
    @Nullable String requestId) {
  private static final Logger log = LoggerFactory.getLogger(Problem.class);

  public static Problem of(ProblemType type, String detail, List<FieldError> errors) {
    return new Problem(type, type.status().value(), detail, errors.isEmpty() ? null : errors);
  }

  /**
   * @param status another one than the type's
   */
  public Problem(ProblemType type, int status, String detail, @Nullable List<FieldError> errors) {
    this(type.uri(), type.title(), status, detail, errors, RequestId.current());
  }

  /**
   * Any failure. One that nobody foresaw is logged by its type and place: a message could quote
   * what was sent.
   */
  public static Problem of(Throwable e) {
    if (e instanceof ApiException known) {
      return of(known.type(), known.getMessage(), known.errors());
    }
    if (e instanceof AmbientGptException known) {
      return of(type(known), known.getMessage(), List.of());
    }
    if (e instanceof InvalidParameterException) {
      return of(
          ProblemType.INVALID_REQUEST,
          "The query, or a form, cannot be read: encode it as UTF-8 with percent signs.",
          List.of());
    }
    if (e instanceof ConcurrencyFailureException) {
      return of(
          ProblemType.BUSY, "Others changed the same at the same moment: try it again.", List.of());
    }
    if (StorageFailure.isFull(e)) {
      log.warn("The database's disk is full");
      return of(
          ProblemType.STORAGE_FULL,
          "The disk is full, so nothing was kept. Make room and send it again.",
          List.of());
    }
    if (e instanceof DataAccessResourceFailureException
        || e instanceof CannotCreateTransactionException
        || StorageFailure.isBroken(e)) {
      log.warn("The database failed: {}", e.getClass().getName());
      return of(
          ProblemType.STORAGE_FAILED,
          "The database does not answer, so nothing was changed. Try it again later; the service's"
              + " log says more.",
          List.of());
    }
    StackTraceElement[] trace = root(e).getStackTrace();
    log.error(
        "Failed with {} of {} at {}",
        e.getClass().getName(),
        root(e).getClass().getName(),
        trace.length > 0 ? trace[0] : "?");
    return of(
        ProblemType.DEFECT, "That is a defect; the log of the service says where.", List.of());
  }

  private static Throwable root(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    return root;
  }

  private static ProblemType type(AmbientGptException e) {
    if (e instanceof UnknownNameException) {
      return ProblemType.UNKNOWN_NAME;
    }
    if (e instanceof DecoderFailureException) {
      return ProblemType.DECODER_FAILED;
    }
    if (e instanceof InvalidInputException) {
      return ProblemType.INVALID_INPUT;
    }
    if (e instanceof NotReadyException) {
      return ProblemType.NOT_READY;
    }
    if (e instanceof EngineException engine) {
      return engine.retriable() ? ProblemType.ENGINE_BUSY : ProblemType.ENGINE_FAILED;
    }
    return e instanceof CancelledException ? ProblemType.CANCELLED : ProblemType.INVALID_INPUT;
  }
}
