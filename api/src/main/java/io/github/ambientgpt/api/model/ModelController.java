package io.github.ambientgpt.api.model;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.Jobs;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.user.CurrentUser;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.speechmodel.InstalledModel;
import io.github.ambientgpt.speechmodel.ModelCatalogue;
import io.github.ambientgpt.speechmodel.ModelStore;
import io.github.ambientgpt.speechmodel.SpeechModel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "models")
class ModelController {
  /** The largest Whisper model has 3.1 GB. */
  private static final long LARGEST = 5L << 30;

  private final ModelStore store;
  private final ModelCatalogue catalogue;
  private final Jobs jobs;
  private final PullModel pull;
  private final VerifyModel verify;
  private final CurrentUser user;

  /** All at once: there are few. */
  record ModelList(List<ModelView> items) {}

  ModelController(
      ModelStore store,
      ModelCatalogue catalogue,
      Jobs jobs,
      PullModel pull,
      VerifyModel verify,
      CurrentUser user) {
    this.store = store;
    this.catalogue = catalogue;
    this.jobs = jobs;
    this.pull = pull;
    this.verify = verify;
    this.user = user;
  }

  @GetMapping("/api/v1/models")
  @Operation(
      operationId = "listModels",
      summary = "Models for speech recognition: those that are there, and those that can be had")
  ModelList list() {
    List<InstalledModel> installed = store.installed();
    Set<String> there = installed.stream().map(InstalledModel::id).collect(Collectors.toSet());
    List<ModelView> items = new ArrayList<>();
    installed.forEach(model -> items.add(ModelView.installed(model)));
    catalogue.all().stream()
        .filter(model -> !there.contains(model.id()))
        .forEach(model -> items.add(ModelView.available(model, store.begun(model))));
    items.sort(Comparator.comparing(ModelView::state).thenComparing(ModelView::id));
    return new ModelList(items);
  }

  @GetMapping("/api/v1/models/{id}")
  @Operation(operationId = "getModel", summary = "A model, whether it is there or not")
  ModelView get(@PathVariable @Size(max = 200) String id) {
    return store
        .find(id)
        .map(ModelView::installed)
        .orElseGet(
            () -> {
              SpeechModel known = catalogue.get(id);
              return ModelView.available(known, store.begun(known));
            });
  }

  @PostMapping("/api/v1/models/{id}:pull")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "pullModel",
      summary = "Downloads a model; one that was begun goes on where it was")
  ResponseEntity<Job> pull(@PathVariable @Size(max = 200) String id) {
    SpeechModel known = catalogue.get(id);
    return Jobs.accepted(jobs.submit(user.get().id(), null, pull, new PullModel.Input(known.id())));
  }

  @PostMapping("/api/v1/models/{id}:verify")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "verifyModel", summary = "Sees whether a model is what it was")
  ResponseEntity<Job> verify(@PathVariable @Size(max = 200) String id) {
    InstalledModel there = VerifyModel.require(store, id);
    return Jobs.accepted(
        jobs.submit(user.get().id(), null, verify, new VerifyModel.Input(there.id())));
  }

  @PostMapping(path = "/api/v1/models:import", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(
      operationId = "importModel",
      summary = "Takes a model that came by another way, for networks that reach no server",
      description =
          "A Whisper model in ggml format, or the zip file of a Vosk model. Its content decides what it is.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content =
                  @Content(
                      mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                      schema = @Schema(type = "string", format = "binary"))))
  ResponseEntity<ModelView> importFile(
      @RequestParam(required = false) @Size(min = 1, max = 100) @Nullable String name,
      HttpServletRequest request)
      throws IOException {
    Path received = Files.createTempFile("ambient-gpt-model", ".part");
    try {
      try (OutputStream out = Files.newOutputStream(received)) {
        copy(request.getInputStream(), out);
      }
      InstalledModel model = store.importFile(received, Optional.ofNullable(name), Monitor.NONE);
      return ResponseEntity.created(URI.create("/api/v1/models/" + model.id()))
          .body(ModelView.installed(model));
    } finally {
      Files.deleteIfExists(received);
    }
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long all = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      all += read;
      if (all > LARGEST) {
        throw new ApiException(
            ProblemType.TOO_LARGE, "No model has more than %d GB.".formatted(LARGEST >> 30));
      }
      out.write(buffer, 0, read);
    }
  }

  @DeleteMapping("/api/v1/models/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "deleteModel",
      summary = "Removes a model, or what was downloaded of one; it can be had again")
  void delete(@PathVariable @Size(max = 200) String id) {
    store.remove(id);
  }
}
