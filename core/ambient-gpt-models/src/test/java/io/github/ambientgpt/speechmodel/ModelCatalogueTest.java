package io.github.ambientgpt.speechmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.UnknownNameException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCatalogueTest {
  private final ModelCatalogue catalogue = ModelCatalogue.builtin();

  @Test
  void hasWhisperFromTinyToLargeAndVosk() {
    assertThat(catalogue.all())
        .extracting(SpeechModel::id)
        .contains(
            "whisper-tiny",
            "whisper-base.en",
            "whisper-small.en-q8_0",
            "whisper-medium-q5_0",
            "whisper-large-v3",
            "whisper-large-v3-turbo-q5_0",
            "vosk-model-small-en-us-0.15",
            "vosk-model-en-us-0.22");
  }

  @Test
  void everyEntryIsWholeAndComesOverTls() {
    assertThat(catalogue.all())
        .allSatisfy(
            model -> {
              assertThat(model.url()).hasScheme("https").hasNoUserInfo();
              assertThat(model.url().getPath()).endsWith("/" + model.file());
              assertThat(model.size()).isBetween(20_000_000L, 4_000_000_000L);
              assertThat(model.licence()).isIn("MIT", "Apache-2.0");
              assertThat(model.language()).matches("[a-z]{2}|mul");
            });
    assertThat(catalogue.all()).extracting(SpeechModel::sha256).doesNotHaveDuplicates();
  }

  @Test
  void idsAreThoseOfTheFilesOnceTheyAreThere() {
    assertThat(catalogue.all())
        .allSatisfy(
            model ->
                assertThat(model.id())
                    .isEqualTo(ModelNames.idOfFile(model.file()).orElse(model.installedName())));
  }

  @Test
  void aModelIsFoundByIdFileAndFolder() {
    SpeechModel base = catalogue.get("whisper-base.en");
    assertThat(base.file()).isEqualTo("ggml-base.en.bin");
    assertThat(base.size()).isEqualTo(147_964_211);
    assertThat(catalogue.get("ggml-base.en.bin")).isEqualTo(base);
    assertThat(catalogue.get("vosk-model-en-us-0.22.zip"))
        .isEqualTo(catalogue.get("vosk-model-en-us-0.22"));
    assertThatThrownBy(() -> catalogue.get("whisper-huge"))
        .isInstanceOf(UnknownNameException.class)
        .hasMessageContaining("whisper-huge")
        .hasMessageContaining("whisper-tiny");
  }

  @Test
  void aModelCannotStandTwice() {
    SpeechModel model = catalogue.get("whisper-tiny");
    assertThatThrownBy(() -> new ModelCatalogue(List.of(model, model)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aMirrorHasTheFilesByTheirNames() {
    SpeechModel base = catalogue.get("whisper-base.en");
    ModelSource publisher = ModelSource.of(Optional.empty(), Map.of());
    assertThat(publisher.url(base)).isEqualTo(base.url());
    ModelSource mirror = ModelSource.of(Optional.of("https://mirror.example/asr"), Map.of());
    assertThat(mirror.url(base)).hasToString("https://mirror.example/asr/ggml-base.en.bin");
    ModelSource variable =
        ModelSource.of(
            Optional.empty(), Map.of(ModelSource.MIRROR, "http://10.0.0.1:8080/models/"));
    assertThat(variable.url(base)).hasToString("http://10.0.0.1:8080/models/ggml-base.en.bin");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"mirror.example", "ftp://mirror.example/", "https://", "a b", "file:///x"})
  void aMirrorThatIsNoUrlIsRefused(String mirror) {
    assertThatThrownBy(() -> ModelSource.of(Optional.of(mirror), Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("mirror");
  }

  @Test
  void sizesReadAsPeopleWriteThem() {
    assertThat(DataSize.of(999)).isEqualTo("999 bytes");
    assertThat(DataSize.of(147_964_211)).isEqualTo("148 MB");
    assertThat(DataSize.of(999_600_000)).isEqualTo("1.0 GB");
    assertThat(DataSize.of(3_095_033_483L)).isEqualTo("3.1 GB");
  }
}
