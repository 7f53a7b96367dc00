package io.github.ambientgpt.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.ambientgpt.core.contract.Part;
import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.languagemodel.LanguageModel;
import io.github.ambientgpt.core.languagemodel.Prompt;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.template.Templates;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real {@code ollama serve} whose model has random weights: its words are noise, its protocol is
 * not.
 */
@Tag("ollama")
class RealOllamaTest {
  private static final Settings SETTINGS = Settings.of(Settings.MODEL, "noise");

  @BeforeEach
  void requireOllama() {
    Part.require(
        "Ollama on 127.0.0.1:11434 with a model 'noise'",
        answers(),
        "Start it with 'ollama serve', and give it any small model under that name: 'ollama cp"
            + " MODEL noise'.");
  }

  private static boolean answers() {
    try (LanguageModel model = new OllamaProvider().create(SETTINGS)) {
      return model.contextTokens().isPresent();
    }
  }

  private static LanguageModel model() {
    return new OllamaProvider().create(SETTINGS);
  }

  @Test
  void saysItsContext() {
    try (LanguageModel model = model()) {
      assertThat(model.contextTokens().orElseThrow()).isGreaterThanOrEqualTo(256);
    }
  }

  @Test
  void anAnswerIsBoundToItsSchema() {
    String schema =
        """
        {"type": "object", "additionalProperties": false, "required": ["cough", "side"],
         "properties": {"cough": {"type": "boolean"}, "side": {"enum": ["left", "right"]}}}
        """;
    try (LanguageModel model = model()) {
      JsonNode answer =
          JsonMapper.shared()
              .readTree(
                  model.answer(
                      new Prompt("Answer.", "I cough.", Optional.of(schema)), Monitor.NONE));

      assertThat(answer.path("cough").isBoolean()).isTrue();
      assertThat(answer.path("side").asString()).isIn("left", "right");
    }
  }

  @Test
  void aModelThatIsNotThereIsSaidSoWithThoseThatAre() {
    try (LanguageModel model =
        new OllamaProvider().create(Settings.of(Settings.MODEL, "no-such-model"))) {
      EngineException fault =
          catchThrowableOfType(
              EngineException.class,
              () -> model.answer(new Prompt("a", "b", Optional.empty()), Monitor.NONE));

      assertThat(fault)
          .hasMessageContaining("has no model 'no-such-model'. It has: ")
          .hasMessageContaining("noise");
    }
  }

  @Test
  void whatIsTooLongIsRefusedNotCut() {
    Prompt visit = new Prompt("Write a note.", "I cough. ".repeat(2000), Optional.empty());
    // more than there is, so that we do not refuse it before
    try (LanguageModel model =
        new OllamaProvider().create(SETTINGS.with(ServiceSettings.CONTEXT, "1000000"))) {
      EngineException fault =
          catchThrowableOfType(EngineException.class, () -> model.answer(visit, Monitor.NONE));

      assertThat(fault).hasMessageContaining("longer than 'noise'");
    }
  }

  /** Noise has no end: only cancelling, or the lack of room, stops it. */
  @Test
  void cancellingStopsAnAnswerInTheMiddle() {
    Instant begin = Instant.now();
    Duration enough = Duration.ofSeconds(1);
    Monitor monitor =
        new Monitor() {
          @Override
          public void report(String stage, double fraction) {}

          @Override
          public boolean isCancelled() {
            return Duration.between(begin, Instant.now()).compareTo(enough) > 0;
          }
        };

    try (LanguageModel model = model()) {
      assertThatThrownBy(
              () -> model.answer(new Prompt("Write.", "I cough.", Optional.empty()), monitor))
          .isInstanceOf(CancelledException.class);
    }
    assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
  }

  @Test
  void aNoteOfNoiseIsUnsupportedOrWrittenByAnother() {
    try (LanguageModel model = model()) {
      Note note =
          NotePipeline.with(model)
              .write(Visits.cough(), Templates.builtin().get("SOAP"), Monitor.NONE);

      assertThat(note.generation().requested()).isEqualTo("ollama/noise");
      if (note.generation().fallback().isPresent()) {
        assertThat(note.generation().reason().orElseThrow()).isNotBlank();
        assertThat(note.generation().model()).isEqualTo("builtin");
      } else {
        assertThat(note.statements()).noneMatch(s -> s.support() == Support.SUPPORTED);
      }
    }
  }
}
