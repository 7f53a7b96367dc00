package io.github.ambientgpt.bridge.generation;

import io.github.ambientgpt.bridge.BridgeSettings;
import io.github.ambientgpt.bridge.model.Models;
import io.github.ambientgpt.bridge.ollama.Question;
import io.github.ambientgpt.bridge.problem.ServerEvents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One prompt, one answer: whole, or as it is written. */
@RestController
@Tag(name = "generation")
class GenerationController {
  private final Answers answers;
  private final Models models;
  private final BridgeSettings settings;

  GenerationController(Answers answers, Models models, BridgeSettings settings) {
    this.answers = answers;
    this.models = models;
    this.settings = settings;
  }

  @PostMapping(
      path = "/api/v1/generate",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  @Operation(
      operationId = "generate",
      summary = "Answers a prompt",
      description =
          "With `Accept: application/json` all at once; with `Accept: text/event-stream` as it is written:"
              + " events `queued` (position, estimatedWaitSeconds) while it waits, `text` (text), and at"
              + " last `done` (model, ending, usage, timing) or `problem`. Ollama stops when the client"
              + " goes away.")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = GenerateAnswer.class)),
        @Content(
            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
            schema = @Schema(type = "string", description = "Server-sent events"))
      })
  Mono<ResponseEntity<?>> generate(
      @RequestBody GenerateRequest request,
      @Parameter(hidden = true) @RequestHeader HttpHeaders headers) {
    if (ServerEvents.wantedBy(headers)) {
      return Mono.just(
          ResponseEntity.ok().contentType(MediaType.TEXT_EVENT_STREAM).body(streamed(request)));
    }
    return whole(request).map(ResponseEntity::ok);
  }

  private Mono<GenerateAnswer> whole(GenerateRequest request) {
    Question question = question(request, false);
    return WholeAnswer.of(answers.ask(question, deadline(request)))
        .map(
            answer ->
                new GenerateAnswer(
                    question.model(),
                    answer.text(),
                    answer.finished().ending(),
                    answer.finished().usage(),
                    answer.finished().timing()));
  }

  private Flux<ServerSentEvent<Object>> streamed(GenerateRequest request) {
    Question question = question(request, true);
    return ServerEvents.whole(
        answers.ask(question, deadline(request)).map(event -> event(question.model(), event)));
  }

  record Text(String text) {
    /** Without the text: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Text[" + text.length() + " characters]";
    }
  }

  record Done(String model, Ending ending, Usage usage, Timing timing) {}

  private static ServerSentEvent<Object> event(String model, Event event) {
    if (event instanceof Event.Queued queued) {
      return ServerEvents.event("queued", queued.place());
    }
    if (event instanceof Event.Written written) {
      return ServerEvents.event("text", new Text(written.text()));
    }
    Event.Finished end = (Event.Finished) event;
    return ServerEvents.event("done", new Done(model, end.ending(), end.usage(), end.timing()));
  }

  private Question question(GenerateRequest request, boolean stream) {
    return Question.generate(
        models.named(request.model()),
        request.prompt(),
        request.system(),
        request.format(),
        request.options(),
        stream);
  }

  private Duration deadline(GenerateRequest request) {
    return request.deadlineSeconds() == null
        ? settings.timeout()
        : Duration.ofMillis(Math.max(1, Math.round(request.deadlineSeconds() * 1000)));
  }
}
