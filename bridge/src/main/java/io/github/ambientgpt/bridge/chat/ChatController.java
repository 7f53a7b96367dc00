package io.github.ambientgpt.bridge.chat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.bridge.generation.Answers;
import io.github.ambientgpt.bridge.generation.Event;
import io.github.ambientgpt.bridge.generation.WholeAnswer;
import io.github.ambientgpt.bridge.model.Models;
import io.github.ambientgpt.bridge.ollama.Ollama;
import io.github.ambientgpt.bridge.ollama.Question;
import io.github.ambientgpt.bridge.ollama.ServedModel;
import io.github.ambientgpt.bridge.problem.ProblemAdvice;
import io.github.ambientgpt.bridge.problem.ServerEvents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** For programs that speak to OpenAI: chat, and the list of models. */
@RestController
@Tag(name = "openai", description = "As OpenAI's clients know it; errors too are in their shape")
class ChatController {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Answers answers;
  private final Models models;
  private final Ollama ollama;

  ChatController(Answers answers, Models models, Ollama ollama) {
    this.answers = answers;
    this.models = models;
    this.ollama = ollama;
  }

  @PostMapping(
      path = "/v1/chat/completions",
      produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_EVENT_STREAM_VALUE})
  @Operation(
      operationId = "createChatCompletion",
      summary = "Answers a conversation",
      description =
          "With `stream` true the answer comes as it is written, in chunks as OpenAI has them.")
  @ApiResponse(
      responseCode = "200",
      description = "The answer",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON_VALUE,
            schema = @Schema(implementation = Completion.class)),
        @Content(
            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
            schema = @Schema(type = "string", description = "Server-sent events"))
      })
  Mono<ResponseEntity<?>> complete(@RequestBody ChatRequest request) {
    Question question =
        Question.chat(
            models.named(request.model()),
            request.conversation(),
            request.format(),
            request.options(),
            request.streams());
    String id = "chatcmpl-" + UUID.randomUUID();
    long created = Instant.now().getEpochSecond();
    if (request.streams()) {
      return Mono.just(
          ResponseEntity.ok()
              .contentType(MediaType.TEXT_EVENT_STREAM)
              .body(streamed(question, request, id, created)));
    }
    return WholeAnswer.of(answers.ask(question))
        .map(
            answer ->
                ResponseEntity.ok()
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(Completion.whole(id, created, request.model(), answer)));
  }

  private Flux<ServerSentEvent<Object>> streamed(
      Question question, ChatRequest request, String id, long created) {
    Flux<ServerSentEvent<Object>> chunks =
        answers
            .ask(question)
            .concatMapIterable(event -> chunks(event, request, id, created))
            .concatWithValues(data("[DONE]"));
    return ServerEvents.whole(chunks, e -> data(OpenAiError.of(e)));
  }

  private static List<ServerSentEvent<Object>> chunks(
      Event event, ChatRequest request, String id, long created) {
    String model = request.model();
    if (event instanceof Event.Written written) {
      return List.of(data(Completion.piece(id, created, model, written.text())));
    }
    List<ServerSentEvent<Object>> last = new ArrayList<>();
    if (event instanceof Event.Finished end) {
      last.add(data(Completion.end(id, created, model, end.ending())));
      if (request.wantsUsage()) {
        last.add(data(Completion.usage(id, created, model, end.usage())));
      }
    } else { // OpenAI's clients know no queue, but skip comments
      last.add(ServerSentEvent.builder().comment("queued").build());
    }
    return last;
  }

  private static ServerSentEvent<Object> data(Object data) {
    return ServerSentEvent.builder(data).build();
  }

  @Schema(name = "OpenAiModelList")
  record ModelList(String object, List<ModelView> data) {}

  @Schema(name = "OpenAiModel")
  record ModelView(
      String id, String object, long created, @JsonProperty("owned_by") String ownedBy) {}

  @GetMapping(path = "/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "listModels",
      summary = "The models that there are, and what they may be called besides")
  Mono<ModelList> models() {
    return Mono.fromCallable(() -> list(ollama.models(PATIENCE)))
        .subscribeOn(Schedulers.boundedElastic());
  }

  private ModelList list(List<ServedModel> served) {
    Map<String, ModelView> views = new TreeMap<>();
    for (ServedModel model : served) {
      long created = seconds(model.modified());
      views.put(model.name(), new ModelView(model.name(), "model", created, "ollama"));
      models
          .aliases(model.name())
          .forEach(alias -> views.put(alias, new ModelView(alias, "model", created, "ollama")));
    }
    return new ModelList("list", List.copyOf(views.values()));
  }

  private static long seconds(String time) {
    try {
      return OffsetDateTime.parse(time).toEpochSecond();
    } catch (DateTimeException e) {
      return 0;
    }
  }

  @ExceptionHandler
  Mono<ResponseEntity<OpenAiError>> failed(Throwable e) {
    if (ProblemAdvice.isForNobody(e)) {
      return Mono.empty();
    }
    ResponseEntity.BodyBuilder reply =
        ResponseEntity.status(OpenAiError.status(e)).contentType(MediaType.APPLICATION_JSON);
    ProblemAdvice.retryAfter(e).ifPresent(wait -> reply.header(HttpHeaders.RETRY_AFTER, wait));
    return Mono.just(reply.body(OpenAiError.of(e)));
  }
}
