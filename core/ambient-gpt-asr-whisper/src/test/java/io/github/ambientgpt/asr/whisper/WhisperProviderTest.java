package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.SpeechRecognizerProviderContract;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.error.NotReadyException;
import io.github.ambientgpt.core.provider.ModelFolder;
import io.github.ambientgpt.core.provider.Providers;
import io.github.ambientgpt.core.provider.Settings;
import io.github.ambientgpt.core.provider.SpeechRecognizerProvider;
import io.github.ambientgpt.core.speech.SpeechRecognizer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperProviderTest extends SpeechRecognizerProviderContract {
  @TempDir Path folder;

  @Override
  protected SpeechRecognizerProvider provider() {
    return new WhisperProvider();
  }

  @Override
  protected Settings ready() {
    TinyModel.requireLibrary();
    return TinyModel.settings();
  }

  @Override
  protected Optional<Settings> lacking() {
    return Optional.of(Settings.of(ModelFolder.SETTING, folder.toString()));
  }

  @Test
  void saysWhichModelToGetAndWhereToPutIt() {
    assertThat(provider().check(lacking().orElseThrow()).remedy())
        .contains("ggml-base.en.bin")
        .contains("ambient-gpt models pull whisper-base.en'")
        .contains(folder.toString())
        .contains("--model");
  }

  @Test
  void namesTheModelsThatAreHereWhenAnotherIsNot() throws IOException {
    Settings settings = lacking().orElseThrow();
    assertThat(provider().check(settings).remedy()).doesNotContain("Installed");

    Files.copy(TinyModel.path(), folder.resolve("ggml-small.en.bin"));
    Files.copy(TinyModel.path(), folder.resolve("ggml-mine.bin"));
    Files.createDirectories(folder.resolve("vosk-model-mine/am"));
    Files.createFile(folder.resolve("vosk-model-mine/am/final.mdl"));

    assertThat(provider().check(settings).remedy())
        .contains("ggml-base.en.bin. Installed: whisper-mine, whisper-small.en; choose with")
        .contains("--model NAME")
        .doesNotContain("vosk");
  }

  @Test
  void aModelThatIsBrokenIsNotOfferedInItsOwnPlace() throws IOException {
    Files.writeString(folder.resolve("ggml-base.en.bin"), "RIFF....WAVEfmt ");

    assertThat(provider().check(lacking().orElseThrow()).remedy())
        .contains("is no Whisper model")
        .doesNotContain("Installed");
  }

  @Test
  void findsAModelByItsNameInTheFolder() throws IOException {
    TinyModel.requireLibrary();
    Files.copy(TinyModel.path(), folder.resolve("ggml-tiny.en.bin"));
    for (String name : new String[] {"tiny.en", "whisper-tiny.en", "ggml-tiny.en.bin"}) {
      Settings settings = lacking().orElseThrow().with(Settings.MODEL, name);
      try (SpeechRecognizer recognizer =
          Providers.recognizers().create(WhisperProvider.ID, settings)) {
        assertThat(recognizer.toString()).contains("tiny.en");
      }
    }
  }

  @Test
  void findsAnInstalledModelWhoseIdEndsAsAFileDoes() throws IOException {
    TinyModel.requireLibrary();
    Files.copy(TinyModel.path(), folder.resolve("ggml-clinic.bin.bin"));

    provider().create(lacking().orElseThrow().with(Settings.MODEL, "whisper-clinic.bin")).close();
  }

  @Test
  void namesTheModelThatWasAskedForAsTheCatalogueDoes() {
    for (String name : new String[] {"small-q8_0", "whisper-small-q8_0", "ggml-small-q8_0.bin"}) {
      assertThat(provider().check(lacking().orElseThrow().with(Settings.MODEL, name)).remedy())
          .contains("ggml-small-q8_0.bin")
          .contains("models pull whisper-small-q8_0'");
    }
  }

  @Test
  void findsAModelInAFolderWithOddLetters() throws IOException {
    TinyModel.requireLibrary();
    Path odd = Files.createDirectories(folder.resolve("Modèles de l'hôpital"));
    Path model = Files.copy(TinyModel.path(), odd.resolve("ggml-ti ny.bin"));

    provider().create(Settings.of(Settings.MODEL, model.toString())).close();
  }

  @Test
  void refusesAFileThatIsNoModelAndNamesIt() throws IOException {
    Path wav = Files.writeString(folder.resolve("visit.wav"), "RIFF....WAVEfmt ");

    assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, wav.toString())))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("visit.wav is no Whisper model");
  }

  @Test
  void refusesAModelThatIsCutShort() throws IOException {
    byte[] whole = Files.readAllBytes(TinyModel.path());
    for (int length : new int[] {4, 60, 400_000, whole.length - 1}) {
      Path cut = folder.resolve("cut.bin");
      Files.write(cut, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, cut.toString())))
          .isInstanceOf(NotReadyException.class)
          .hasMessageContaining("cut.bin is cut short");
    }
  }

  @Test
  void refusesAModelThatWhisperCppCannotLoad() throws IOException {
    TinyModel.requireLibrary();
    byte[] whole = Files.readAllBytes(TinyModel.path());
    ByteBuffer withOneTensor =
        ByteBuffer.allocate(whole.length + 21).order(ByteOrder.LITTLE_ENDIAN).put(whole);
    withOneTensor.putInt(1).putInt(1).putInt(0).putInt(1).put((byte) 'x').putFloat(1);
    Path odd = Files.write(folder.resolve("odd.bin"), withOneTensor.array());

    assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, odd.toString())))
        .isInstanceOf(NotReadyException.class)
        .hasMessageContaining("odd.bin");
  }

  @Test
  void refusesAFolderAndANameThatIsNoPath() {
    for (String model : new String[] {folder.toString(), "a\0b"}) {
      assertThatThrownBy(() -> provider().create(Settings.of(Settings.MODEL, model)))
          .isInstanceOf(NotReadyException.class);
    }
  }

  @Test
  void refusesANumberOfThreadsThatIsNone() {
    for (String threads : new String[] {"0", "257", "two", "-1", "99999999999"}) {
      assertThatThrownBy(
              () -> provider().create(TinyModel.settings().with(WhisperProvider.THREADS, threads)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(WhisperProvider.THREADS);
    }
  }

  @Test
  void refusesASettingThatItDoesNotRead() {
    assertThatThrownBy(() -> new WhisperProvider().create(Settings.of("tread", "4")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("does not know the setting 'tread'");
  }
}
