package io.github.ambientgpt.api.model;

import io.github.ambientgpt.api.job.Job;
import io.github.ambientgpt.api.job.JobWork;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.speechmodel.ModelCatalogue;
import io.github.ambientgpt.speechmodel.ModelSource;
import io.github.ambientgpt.speechmodel.ModelStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Downloads a model; what arrived stays, so that a job that is done again goes on there. */
@Component
class PullModel implements JobWork<PullModel.Input> {
  private final ModelStore store;
  private final ModelCatalogue catalogue;
  private final ObjectProvider<ModelSource> source;

  record Input(String id) {}

  PullModel(ModelStore store, ModelCatalogue catalogue, ObjectProvider<ModelSource> source) {
    this.store = store;
    this.catalogue = catalogue;
    this.source = source;
  }

  @Override
  public String kind() {
    return "pull-model";
  }

  @Override
  public Class<Input> input() {
    return Input.class;
  }

  @Override
  public Outcome run(Job job, Input input, Monitor monitor) {
    store.pull(catalogue.get(input.id()), source.getObject(), monitor);
    return () -> "/api/v1/models/" + input.id();
  }
}
