package io.github.ambientgpt.api.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import io.github.ambientgpt.speechmodel.InstalledModel;
import io.github.ambientgpt.speechmodel.ModelCatalogue;
import io.github.ambientgpt.speechmodel.ModelStore;
import io.github.ambientgpt.spring.AmbientGptProperties;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which names a transcription may ask for. */
@Hidden // it is OpenAI's interface, not ours
@RestController
class OpenAiModelController {
  /** What every client of OpenAI's knows; here, the usual recognizer. */
  private static final String USUAL = "whisper-1";

  private static final String OWNER = "ambient-gpt";

  private final AmbientGptProperties properties;
  private final Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers;
  private final long started;

  /**
   * @param created seconds since 1970; when this service started
   */
  record Model(String id, String object, long created, @JsonProperty("owned_by") String owner) {}

  record Models(String object, List<Model> data) {}

  OpenAiModelController(
      AmbientGptProperties properties,
      Providers<SpeechRecognizer, SpeechRecognizerProvider> recognizers,
      Clock clock) {
    this.properties = properties;
    this.recognizers = recognizers;
    this.started = clock.instant().getEpochSecond();
  }

  @GetMapping("/v1/models")
  Models list() {
    List<Model> models = new ArrayList<>();
    models.add(model(USUAL));
    for (SpeechRecognizerProvider provider : recognizers.all()) {
      Settings settings = properties.recognizerSettings(provider.id());
      if (provider.check(settings).ready()) {
        models.add(model(provider.id()));
      }
      for (InstalledModel installed :
          new ModelStore(ModelFolder.of(settings), ModelCatalogue.builtin()).installed()) {
        if (installed.engine().equals(provider.id())) {
          models.add(model(provider.id() + ":" + installed.id()));
        }
      }
    }
    return new Models("list", models);
  }

  @GetMapping("/v1/models/{id}")
  Model get(@PathVariable String id) {
    return list().data().stream()
        .filter(model -> model.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> OpenAiException.of(404, "There is no such model: GET /v1/models lists them."));
  }

  private Model model(String id) {
    return new Model(id, "model", started, OWNER);
  }
}
