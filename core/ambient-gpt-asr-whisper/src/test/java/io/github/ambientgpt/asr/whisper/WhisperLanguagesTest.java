package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhisperLanguagesTest {
  private static final ModelFile MANY = new ModelFile(Path.of("ggml-small.bin"), true);
  private static final ModelFile ENGLISH = new ModelFile(Path.of("ggml-small.en.bin"), false);

  @Test
  void aMultilingualModelFindsTheLanguageOut() {
    assertThat(WhisperLanguages.code(Optional.empty(), MANY)).isEqualTo("auto");
    assertThat(WhisperLanguages.spoken(Optional.empty(), Optional.of("fr"), MANY)).isEqualTo("fr");
    assertThat(WhisperLanguages.spoken(Optional.empty(), Optional.empty(), MANY)).isEqualTo("und");
  }

  @Test
  void anEnglishModelHearsEnglish() {
    assertThat(WhisperLanguages.code(Optional.empty(), ENGLISH)).isEqualTo("en");
    assertThat(WhisperLanguages.spoken(Optional.empty(), Optional.empty(), ENGLISH))
        .isEqualTo("en");
  }

  @Test
  void regionsAreLeftOutForWhisperAndKeptForTheTranscript() {
    assertThat(WhisperLanguages.code(Optional.of("es-MX"), MANY)).isEqualTo("es");
    assertThat(WhisperLanguages.spoken(Optional.of("es-MX"), Optional.of("es"), MANY))
        .isEqualTo("es-MX");
  }

  @Test
  void namesOfModelsAreThoseThatPeopleUse() {
    assertThat(ENGLISH.name()).isEqualTo("small.en");
    assertThat(new ModelFile(Path.of("my.bin"), true).name()).isEqualTo("my");
    assertThat(new ModelFile(Path.of("model"), true).name()).isEqualTo("model");
  }
}
