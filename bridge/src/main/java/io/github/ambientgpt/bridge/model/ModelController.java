package io.github.ambientgpt.bridge.model;

import io.github.ambientgpt.bridge.ollama.Connection;
import io.github.ambientgpt.bridge.ollama.Ollama;
import io.github.ambientgpt.bridge.ollama.PullProgress;
import io.github.ambientgpt.bridge.ollama.ServedModel;
import io.github.ambientgpt.bridge.problem.InvalidRequestException;
import io.github.ambientgpt.bridge.problem.ServerEvents;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Ollama's models: which there are, get one, remove one. */
@RestController
@Tag(name = "models")
class ModelController {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Each pull is a thread for as long as it takes; more than these wait. */
  private static final int PULLS = 2;

  private static final int WAITING_PULLS = 8;

  private final Ollama ollama;
  private final Models models;
  private final Scheduler pulls =
      Schedulers.newBoundedElastic(PULLS, WAITING_PULLS, "pull", 60, true);

  ModelController(Ollama ollama, Models models) {
    this.ollama = ollama;
    this.models = models;
  }

  record ModelList(List<ModelView> models) {}

  /**
   * @param aliases what it may be called besides
   */
  record ModelView(
      String name,
      List<String> aliases,
      long bytes,
      String family,
      String parameters,
      String quantization,
      String modified) {
    static ModelView of(ServedModel model, List<String> aliases) {
      return new ModelView(
          model.name(),
          aliases,
          model.bytes(),
          model.family(),
          model.parameters(),
          model.quantization(),
          model.modified());
    }
  }

  record PullRequest(String name) {}

  @GetMapping(path = "/api/v1/models", produces = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "models", summary = "The models that Ollama has")
  Mono<ModelList> list() {
    return Mono.fromCallable(
            () ->
                new ModelList(
                    ollama.models(PATIENCE).stream()
                        .map(model -> ModelView.of(model, models.aliases(model.name())))
                        .toList()))
        .subscribeOn(Schedulers.boundedElastic());
  }

  @PostMapping(path = "/api/v1/models", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  @Operation(
      operationId = "pullModel",
      summary = "Lets Ollama get a model; goes on where an earlier pull broke off",
      description =
          "Events `progress` (status, completed and total bytes), at last `done` or `problem`. Ollama"
              + " stops when the client goes away, and keeps what has come.")
  @ApiResponse(responseCode = "200", description = "Progress, as it is made")
  Flux<ServerSentEvent<Object>> pull(@RequestBody PullRequest request) {
    String name = pullable(request.name());
    Flux<ServerSentEvent<Object>> progress =
        Flux.<PullProgress>create(sink -> pull(name, sink))
            .subscribeOn(pulls)
            .map(step -> ServerEvents.event("progress", step));
    return ServerEvents.whole(
        progress.concatWithValues(ServerEvents.event("done", new PullRequest(name))));
  }

  private String pullable(String name) {
    if (name == null || name.isBlank()) {
      throw new InvalidRequestException(
          "name", "Name a model with the field 'name', such as gemma3:4b.");
    }
    String model = models.named(name);
    models.requirePullable(model);
    return model;
  }

  private void pull(String name, FluxSink<PullProgress> sink) {
    Connection connection = new Connection();
    sink.onDispose(connection::breakOff);
    try {
      ollama.pull(name, PATIENCE, connection, sink::next);
      models.forget(name);
      sink.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!sink.isCancelled()) {
        sink.error(e);
      }
    }
  }

  @DeleteMapping(path = "/api/v1/models/{*name}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteModel", summary = "Removes a model from Ollama's disk")
  Mono<Void> delete(@PathVariable String name) {
    String model = models.named(name.replaceFirst("^/", ""));
    return Mono.fromCallable(
            () -> {
              ollama.delete(model, PATIENCE);
              models.forget(model);
              return null;
            })
        .subscribeOn(Schedulers.boundedElastic())
        .then();
  }
}
