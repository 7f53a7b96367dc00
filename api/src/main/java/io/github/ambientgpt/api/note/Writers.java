package io.github.ambientgpt.api.note;

import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.note.NoteLength;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.pipeline.PipelineOptions;
import io.github.ambientgpt.core.provider.LanguageModelProvider;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.spring.AmbientGptProperties;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who writes. */
@Component
class Writers {
  /** Of a model's name. */
  static final String MODEL = "[A-Za-z0-9][A-Za-z0-9._:/-]{0,199}";

  private final Providers<LanguageModel, LanguageModelProvider> providers;
  private final AmbientGptProperties properties;
  private final MeterRegistry meters;

  /**
   * Who writes, and how.
   *
   * @param languageModel its provider's id; {@code builtin} for none
   * @param model another one than the configured
   */
  record Choice(String languageModel, @Nullable String model) {
    boolean builtin() {
      return languageModel.isBlank() || languageModel.equals(AmbientGptProperties.BUILTIN);
    }
  }

  /** Somebody who writes; to be closed. */
  record Writer(Optional<LanguageModel> model) implements AutoCloseable {
    NotePipeline pipeline(NoteLength length) {
      return model
          .map(each -> NotePipeline.with(each, PipelineOptions.DEFAULT))
          .orElseGet(NotePipeline::builtin)
          .withLength(length);
    }

    @Override
    public void close() {
      model.ifPresent(LanguageModel::close);
    }
  }

  Writers(
      Providers<LanguageModel, LanguageModelProvider> providers,
      AmbientGptProperties properties,
      MeterRegistry meters) {
    this.meters = meters;
    this.providers = providers;
    this.properties = properties;
  }

  /**
   * The one that is named, else the configured one.
   *
   * @throws NotReadyException when it lacks something; the message says what
   * @throws io.github.ambientgpt.core.error.UnknownNameException when there is none of that name
   */
  Choice choose(@Nullable String languageModel, @Nullable String model) {
    Choice choice =
        new Choice(languageModel == null ? properties.languageModel() : languageModel, model);
    if (!choice.builtin()) {
      var readiness = providers.get(choice.languageModel()).check(settings(choice));
      if (!readiness.ready()) {
        throw new NotReadyException(
            "The language model '%s' is not ready. %s"
                .formatted(choice.languageModel(), readiness.remedy()));
      }
    }
    return choice;
  }

  private Settings settings(Choice choice) {
    return properties
        .languageModelSettings(choice.languageModel())
        .with(Settings.MODEL, choice.model());
  }

  Writer open(Choice choice) {
    return new Writer(
        choice.builtin()
            ? Optional.empty()
            : Optional.of(
                new MeteredModel(
                    providers.create(choice.languageModel(), settings(choice)), meters)));
  }
}
