package io.github.ambientgpt.api.model;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.speechmodel.InstalledModel;
import io.github.ambientgpt.speechmodel.ModelStore;
import io.github.ambientgpt.speechmodel.Verification;
import org.springframework.stereotype.Component;

/** Computes the digests of a model anew; one that is not what it was fails the job. */
@Component
class VerifyModel implements JobWork<VerifyModel.Input> {
  private final ModelStore store;

  record Input(String id) {}

  VerifyModel(ModelStore store) {
    this.store = store;
  }

  @Override
  public String kind() {
    return "verify-model";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    Verification found = store.verify(require(store, input.id()), monitor);
    return switch (found.state()) {
      case INTACT -> () -> "/api/v1/models/" + input.id();
      case CHANGED ->
          throw new InvalidInputException(
              "The model is not what it was: %s. Delete it and get it again."
                  .formatted(String.join(", ", found.changed())));
      case UNKNOWN ->
          throw new InvalidInputException(
              "There is nothing to compare this model with: it was put into the folder by hand. Import it, and its digest is kept.");
    };
  }

  static InstalledModel require(ModelStore store, String id) {
    return store
        .find(id)
        .orElseThrow(
            () ->
                new UnknownNameException(
                    "installed model",
                    id,
                    store.installed().stream().map(InstalledModel::id).toList()));
  }
}
