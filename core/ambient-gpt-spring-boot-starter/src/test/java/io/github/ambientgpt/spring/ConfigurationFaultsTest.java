package io.github.ambientgpt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.ConfigurableEnvironment;

/** On the real engines of the test class path. */
class ConfigurationFaultsTest {
  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(AmbientGptAutoConfiguration.class));

  @TempDir Path folder;

  @Test
  void allFaultsAreToldAtOnceEachWithItsPropertyAndWhatToSet() {
    assertThat(
            messageOf(
                "ambient-gpt.recognizers.whisper.threads=0",
                "ambient-gpt.recognizers.vosk.threads=2",
                "ambient-gpt.recognizers.whispr.model=base.en",
                "ambient-gpt.recognizers.azure.mode=slow",
                "ambient-gpt.language-models.ollama.temperature=hot",
                "ambient-gpt.language-models.openai.url=ftp://models",
                "ambient-gpt.language-model=olama",
                "ambient-gpt.recognizer=voks",
                "ambient-gpt.recogniser=vosk",
                "ambient-gpt.templates-folder=" + folder.resolve("nowhere")))
        .contains("10 faults")
        .contains("ambient-gpt.recognizers.whisper.threads", "from 1 to 256, not '0'")
        .contains("ambient-gpt.recognizers.vosk.threads", "does not know the setting 'threads'")
        .contains("ambient-gpt.recognizers.whispr", "No provider has the id 'whispr'")
        .contains("ambient-gpt.recognizers.azure.mode", "fast or short")
        .contains("ambient-gpt.language-models.ollama.temperature", "from 0 to 2")
        .contains("ambient-gpt.language-models.openai.url", "no address of a server")
        .contains("There is no language model 'olama'", "azure, bridge, ollama, openai")
        .contains("There is no recognizer 'voks'", "vosk, whisper")
        .contains("ambient-gpt.recogniser", "Nothing reads this property")
        .contains("ambient-gpt.templates-folder", "cannot be read");
  }

  @Test
  void noBeanIsMadeWhenThereIsAFault() {
    AtomicBoolean opened = new AtomicBoolean();

    runner
        .withBean(
            "database",
            AtomicBoolean.class,
            () -> {
              opened.set(true);
              return opened;
            })
        .withPropertyValues("ambient-gpt.recognizers.whisper.threads=0")
        .run(context -> assertThat(context).hasFailed());

    assertThat(opened).isFalse();
  }

  @Test
  void aModelThatIsToWriteMustBeReadyAndIsSaidWhatItLacks() {
    assertThat(messageOf("ambient-gpt.language-model=ollama"))
        .contains("'ollama' is to write the notes, but lacks the name of a model")
        .contains("ambient-gpt.language-models.ollama");
  }

  @Test
  void aSpeechModelThatIsNotThereYetIsNoFault() {
    runner
        .withPropertyValues(
            "ambient-gpt.recognizer=whisper",
            "ambient-gpt.models-folder=" + folder.resolve("later"))
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void aFolderOfModelsThatIsAFileIsAFault() throws Exception {
    Path file = Files.writeString(folder.resolve("models"), "");

    assertThat(messageOf("ambient-gpt.models-folder=" + file)).contains("is a file");
  }

  @Test
  void aKeyIsNeverShown() {
    assertThat(
            messageOf(
                "ambient-gpt.language-models.openai.key=s3cret with a blank",
                "ambient-gpt.language-models.openai.url=https://s3cret@host",
                "ambient-gpt.language-models.openai.s3=s3cret"))
        .contains("ambient-gpt.language-models.openai.key")
        .doesNotContain("s3cret");
  }

  @Test
  void aPersonSeesTheListAndNoStackTrace() {
    runner
        .withPropertyValues("ambient-gpt.recognizers.whisper.threads=0")
        .run(
            context -> {
              FailureAnalysis analysis =
                  new ConfigurationFaultsAnalyzer().analyze(context.getStartupFailure());
              assertThat(analysis.getDescription()).contains("whisper.threads");
              assertThat(analysis.getAction()).isNotBlank();
            });
  }

  @Test
  void theTestsOwnFaultJoinsTheList() {
    assertThat(messageOf("test.fault=wanted", "ambient-gpt.recognizers.whisper.threads=0"))
        .contains("2 faults", "test.fault", "whisper.threads");
  }

  /** Added through the tests' {@code META-INF/spring.factories}. */
  static final class OwnCheck implements ConfigurationCheck {
    @Override
    public List<ConfigurationFault> faults(ConfigurableEnvironment environment) {
      return environment.containsProperty("test.fault")
          ? List.of(new ConfigurationFault("test.fault", "It was wanted.", "Remove it."))
          : List.of();
    }
  }

  private String messageOf(String... properties) {
    StringBuilder message = new StringBuilder();
    runner
        .withPropertyValues(properties)
        .run(
            context -> {
              assertThat(context).hasFailed();
              assertThat(context.getStartupFailure())
                  .isInstanceOf(ConfigurationFaultsException.class);
              message.append(context.getStartupFailure().getMessage());
            });
    return message.toString();
  }
}
