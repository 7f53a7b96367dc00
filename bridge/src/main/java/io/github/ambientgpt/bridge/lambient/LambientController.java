package io.github.ambientgpt.bridge.lambient;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.github.ambientgpt.bridge.generation.Answers;
import io.github.ambientgpt.bridge.generation.DeadlineException;
import io.github.ambientgpt.bridge.generation.WholeAnswer;
import io.github.ambientgpt.bridge.model.Models;
import io.github.ambientgpt.bridge.ollama.OllamaException;
import io.github.ambientgpt.bridge.ollama.Question;
import io.github.ambientgpt.bridge.problem.BridgeException;
import io.github.ambientgpt.bridge.problem.ProblemAdvice;
import io.github.ambientgpt.bridge.queue.QueueFullException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * The predecessor's routes, with the statuses and bodies that its clients know: they are a
 * contract, also where they are odd (500 for a request that cannot be read).
 */
@RestController
@Tag(name = "lambient", description = "For clients of the predecessor; new ones take the others")
class LambientController {
  private static final Duration CLEANUP = Duration.ofSeconds(60);

  private static final String LATE = "Ollama API timeout - model may be taking too long";
  private static final String LATE_CLEANUP = "Ollama API timeout during cleanup";

  private final Answers answers;
  private final Models models;
  private final BridgeSettings settings;

  LambientController(Answers answers, Models models, BridgeSettings settings) {
    this.answers = answers;
    this.models = models;
    this.settings = settings;
  }

  @PostMapping(path = "/generate_note")
  @Operation(operationId = "generateNote", summary = "A note for a prompt")
  @Described
  Mono<ResponseEntity<Map<String, String>>> note(
      @RequestBody(required = false) byte[] body,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
    return answer(body, headers, LambientRequest.NOTE, "note", settings.timeout(), LATE);
  }

  @PostMapping(path = "/cleanup_transcription")
  @Operation(operationId = "cleanupTranscription", summary = "A transcript put right")
  @Described
  Mono<ResponseEntity<Map<String, String>>> cleanupTranscription(
      @RequestBody(required = false) byte[] body,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
    return answer(body, headers, LambientRequest.CLEANUP, "cleaned_text", settings.timeout(), LATE);
  }

  /** As the predecessor's first version had it. */
  @PostMapping(path = "/cleanup")
  @Operation(operationId = "cleanup", summary = "As /cleanup_transcription, in at most 60 s")
  @Described
  Mono<ResponseEntity<Map<String, String>>> cleanup(
      @RequestBody(required = false) byte[] body,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
    return answer(body, headers, LambientRequest.CLEANUP, "cleaned_text", CLEANUP, LATE_CLEANUP);
  }

  private Mono<ResponseEntity<Map<String, String>>> answer(
      byte[] body,
      HttpHeaders headers,
      String instructions,
      String field,
      Duration deadline,
      String late) {
    LambientRequest request = LambientRequest.of(body, headers.getContentType());
    if (request.prompt().isEmpty()) {
      return Mono.just(error(HttpStatus.BAD_REQUEST, "No prompt provided"));
    }
    Question question =
        Question.generate(
            request.ollamasModel(models.aliases()),
            request.prompt(),
            request.system(instructions),
            request.format(),
            Map.of(),
            false);
    return WholeAnswer.of(answers.ask(question, deadline))
        .map(answer -> ResponseEntity.ok(Map.of(field, answer.text())))
        .onErrorResume(BridgeException.class, e -> Mono.just(failure(e, late)));
  }

  private static ResponseEntity<Map<String, String>> failure(BridgeException e, String late) {
    if (e instanceof DeadlineException
        || e instanceof OllamaException ollama && ollama.kind() == OllamaException.Kind.LATE) {
      return error(HttpStatus.GATEWAY_TIMEOUT, late);
    }
    if (e instanceof QueueFullException full) {
      return ResponseEntity.status(full.status())
          .header(HttpHeaders.RETRY_AFTER, "" + full.retryAfter().orElseThrow().toSeconds())
          .body(Map.of("error", full.getMessage()));
    }
    if (e instanceof OllamaException ollama && ollama.upstreamStatus().isPresent()) {
      return error(
          HttpStatus.INTERNAL_SERVER_ERROR,
          ollama.kind() == OllamaException.Kind.PROMPT_TOO_LONG
              ? ollama.getMessage()
              : "Ollama API error: " + ollama.upstreamStatus().getAsInt());
    }
    return error(HttpStatus.INTERNAL_SERVER_ERROR, e.getMessage());
  }

  /** 500, as ever: a client that looks at the status expects it. */
  @ExceptionHandler
  ResponseEntity<Map<String, String>> unreadable(UnreadableException e) {
    return error(HttpStatus.INTERNAL_SERVER_ERROR, e.getMessage());
  }

  @ExceptionHandler
  Mono<ResponseEntity<Map<String, String>>> other(Throwable e) {
    return ProblemAdvice.isForNobody(e)
        ? Mono.empty()
        : Mono.just(
            error(
                HttpStatus.INTERNAL_SERVER_ERROR,
                String.valueOf(ProblemAdvice.problem(e).getDetail())));
  }

  private static ResponseEntity<Map<String, String>> error(HttpStatus status, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_JSON)
        .body(Map.of("error", message));
  }
}
