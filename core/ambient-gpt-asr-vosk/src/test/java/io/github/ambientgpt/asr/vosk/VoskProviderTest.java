package io.github.ambientgpt.asr.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ambientgpt.core.contract.SpeechRecognizerProviderContract;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoskProviderTest extends SpeechRecognizerProviderContract {
  @TempDir Path folder;

  @Override
  protected SpeechRecognizerProvider provider() {
    return new VoskProvider();
  }

  @Override
  protected Settings ready() {
    return RealModel.settings();
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.of(ModelFolder.SETTING, folder.toString()));
  }

  @Test
  void saysWhichModelToGetAndWhereToPutIt() {
    assertThat(provider().check(lacking().orElseThrow()).remedy())
        .contains("vosk-model-small-en-us-0.15")
        .contains(folder.toString())
        .contains("--model");
  }

  @Test
  void refusesAFileInPlaceOfAFolder() throws IOException {
    Path zip = Files.writeString(folder.resolve("vosk-model-small-en-us-0.15.zip"), "PK");

    assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, zip.toString())))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("is a file: unpack it");
  }

  @Test
  void refusesAFolderThatIsNoModelAndAnImpossibleName() {
    for (String model : new String[] {folder.toString(), "a\0b", "nowhere/at-all"}) {
      assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, model)))
          .isInstanceOf(NotReadyException.class);
    }
  }

  @Test
  void findsAModelByItsNameAndTheFirstWhenNoneIsNamed() throws IOException {
    Path model = SmallFiles.model(folder.resolve("vosk-model-small-de-0.15"));
    Settings settings = Settings.of(ModelFolder.SETTING, folder.toString());

    assertThat(KaldiModel.of(settings).folder()).isEqualTo(model);
    assertThat(KaldiModel.of(settings.with(Settings.MODEL, "small-de-0.15")).folder())
        .isEqualTo(model);
    assertThat(KaldiModel.of(settings.with(Settings.MODEL, model.toString())).folder())
        .isEqualTo(model);
  }

  @Test
  void refusesAModelThatOnlyLooksWhole() throws IOException {
    Path model = SmallFiles.model(folder.resolve("vosk-model-hollow"));
    assumeTrue(libraryLoads());

    assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, model.toString())))
        .as("the JVM lives on")
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("vosk-model-hollow");
  }

  @Test
  void aSystemWithoutALibraryIsToldWhatToDo() {
    assertThatThrownBy(() -> VoskLibrary.platform("linux-aarch64"))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("linux-aarch64")
        .hasMessageContaining("whisper");
    assertThat(VoskLibrary.platform("darwin-aarch64")).isEqualTo("darwin-aarch64");
    assertThat(VoskLibrary.platform("win32-x86-64")).isEqualTo("win32-x86-64");
  }

  private static boolean libraryLoads() {
    try {
      VoskLibrary.load();
      return true;
    } catch (NotReadyException e) {
      return false;
    }
  }
}
