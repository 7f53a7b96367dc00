package io.github.ambientgpt.asr.vosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KaldiModelTest {
  @TempDir Path folder;

  @BeforeEach
  void create() throws IOException {
    SmallFiles.model(folder);
  }

  @Test
  void aModelInGoodShapeIsTaken() {
    assertThatCode(() -> KaldiFiles.check(folder)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "am/final.mdl",
        "conf/mfcc.conf",
        "conf/model.conf",
        "graph/HCLr.fst",
        "graph/Gr.fst",
        "graph/disambig_tid.int",
        "ivector/final.ie",
        "ivector/splice.conf"
      })
  void aFileThatIsMissingOrEmptyIsNamed(String file) throws IOException {
    Files.writeString(folder.resolve(file), "");
    assertThatThrownBy(() -> KaldiFiles.check(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file);
    Files.delete(folder.resolve(file));
    assertThatThrownBy(() -> KaldiFiles.check(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file);
  }

  /** Each of these ends the JVM when Kaldi sees it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "graph/disambig_tid.int|17\\n18\\n1",
        "graph/phones/word_boundary.int|1 nonword\\n2 beg",
        "graph/phones/word_boundary.int|1 nonword\\n2 begin",
        "ivector/splice.conf|--left-con=3\\n--",
        "conf/model.conf|hello",
        "am/final.mdl|<!DOCTYPE html>",
        "graph/Gr.fst|PK"
      })
  void aFileThatIsCutShortOrOfAnotherKindIsNamed(String file, String content) throws IOException {
    SmallFiles.write(folder, file, content.replace("\\n", "\n"));
    assertThatThrownBy(() -> KaldiFiles.check(folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("cut short or broken in its file " + file);
  }

  @ParameterizedTest
  @CsvSource({
    "vosk-model-small-en-us-0.15, en-US",
    "vosk-model-en-us-0.22, en-US",
    "vosk-model-de-0.21, de",
    "vosk-model-small-pt-0.3, pt",
    "vosk-model-cn-0.22, cn",
    "model, "
  })
  void theNameTellsTheLanguage(String name, String language) {
    assertThat(new KaldiModel(Path.of(name)).language()).isEqualTo(Optional.ofNullable(language));
  }

  @Test
  void anotherLanguageThanTheModelsIsRefused() {
    KaldiModel english = new KaldiModel(Path.of("vosk-model-small-en-us-0.15"));

    assertThat(english.spoken(Optional.of("en-GB"))).isEqualTo("en-GB");
    assertThat(english.spoken(Optional.empty())).isEqualTo("en-US");
    assertThat(new KaldiModel(Path.of("mine")).spoken(Optional.empty())).isEqualTo("und");
    assertThatThrownBy(() -> english.spoken(Optional.of("de")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'en-US', not 'de'");
  }
}
