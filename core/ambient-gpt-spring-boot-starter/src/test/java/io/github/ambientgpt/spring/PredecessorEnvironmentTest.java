package io.github.ambientgpt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

class PredecessorEnvironmentTest {
  @ParameterizedTest
  @CsvSource({
    "AZURE_API_KEY, k, ambient-gpt.language-models.azure.key, k",
    "API_KEY, k, ambient-gpt.language-models.azure.key, k",
    "AZURE_OPENAI_API_KEY, k, ambient-gpt.recognizers.azure-openai.key, k",
    "AZURE_ENDPOINT, https://n.openai.azure.com, ambient-gpt.language-models.azure.url, https://n.openai.azure.com",
    "ENDPOINT, https://n.openai.azure.com, ambient-gpt.recognizers.azure-openai.url, https://n.openai.azure.com",
    "MODEL_NAME, gpt-4o-mini, ambient-gpt.language-models.azure.deployment, gpt-4o-mini",
    "API_VERSION, 2024-02-15-preview, ambient-gpt.language-models.azure.api-version, 2024-02-15-preview",
    "AZURE_SPEECH_API_KEY, k, ambient-gpt.recognizers.azure.key, k",
    "SPEECH_API_KEY, k, ambient-gpt.recognizers.azure.key, k",
    "AZURE_SPEECH_ENDPOINT, https://s, ambient-gpt.recognizers.azure.url, https://s",
    "SPEECH_ENDPOINT, https://s, ambient-gpt.recognizers.azure.url, https://s",
    "LOCAL_MODEL_API_URL, http://b:8001/generate_note, ambient-gpt.language-models.bridge.url, http://b:8001",
    "WHISPER_MODELS_DIR, ./w, ambient-gpt.recognizers.whisper.models, ./w",
    "WHISPER_MODEL_SIZE, small, ambient-gpt.recognizers.whisper.model, small",
    "DEFAULT_VOSK_MODEL, small-english, ambient-gpt.recognizers.vosk.model, small-english",
    "AZURE_WHISPER_DEPLOYMENT_NAME, whisper-1, ambient-gpt.recognizers.azure-openai.deployment, whisper-1",
    "USE_WHISPER, True, ambient-gpt.recognizer, whisper",
    "USE_WHISPER, false, ambient-gpt.recognizer, vosk",
    "BASE_DIR, ./app_data/, ambient-gpt.models-folder, ./app_data/models",
    "DEBUG_MODE, true, logging.level.io.github.ambientgpt, DEBUG",
  })
  void aVariableOfThePredecessorsIsHonoured(
      String variable, String value, String property, String expected) {
    assertThat(processed(Map.of(variable, value)).getProperty(property)).isEqualTo(expected);
  }

  @Test
  void aPropertyOfOurOwnGoesBefore() {
    MockEnvironment environment =
        processed(
            Map.of("AZURE_API_KEY", "theirs", "ambient-gpt.language-models.azure.key", "ours"));

    assertThat(environment.getProperty("ambient-gpt.language-models.azure.key")).isEqualTo("ours");
  }

  @Test
  void theDocumentedNameGoesBeforeTheFieldsName() {
    assertThat(
            processed(Map.of("AZURE_API_KEY", "documented", "API_KEY", "field"))
                .getProperty("ambient-gpt.language-models.azure.key"))
        .isEqualTo("documented");
  }

  @Test
  void azureNeedsNoNamedDeploymentAsBefore() {
    assertThat(
            processed(Map.of("AZURE_ENDPOINT", "https://n.openai.azure.com"))
                .getProperty("ambient-gpt.language-models.azure.deployment"))
        .isEqualTo("gpt-4o");
  }

  @Test
  void theyAreLeftUnreadOnRequest() {
    MockEnvironment environment =
        processed(Map.of("API_KEY", "k", PredecessorEnvironment.SWITCH, "false"));

    assertThat(environment.containsProperty("ambient-gpt.language-models.azure.key")).isFalse();
  }

  @Test
  void whatTheyGiveReachesTheEngines() {
    AmbientGptProperties properties =
        Binder.get(
                processed(
                    Map.of("AZURE_ENDPOINT", "https://n.openai.azure.com", "AZURE_API_KEY", "k")))
            .bind("ambient-gpt", AmbientGptProperties.class)
            .get();

    assertThat(new TreeMap<>(properties.languageModelSettings("azure").values()))
        .containsEntry("url", "https://n.openai.azure.com")
        .containsEntry("key", "k")
        .containsEntry("deployment", "gpt-4o");
    assertThat(properties.toString()).doesNotContain("k]");
  }

  private static MockEnvironment processed(Map<String, String> values) {
    MockEnvironment environment = new MockEnvironment();
    values.forEach(environment::setProperty);
    new PredecessorEnvironment().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
