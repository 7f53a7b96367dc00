package io.github.ambientgpt.core.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelFolderTest {
  @Test
  void theSettingWins() {
    assertThat(
            ModelFolder.of(
                Settings.of(ModelFolder.SETTING, "here"), Map.of(ModelFolder.HOME, "there")))
        .isEqualTo(Path.of("here").toAbsolutePath());
  }

  @Test
  void theVariableNamesTheFolderAbove() {
    assertThat(ModelFolder.of(Settings.NONE, Map.of(ModelFolder.HOME, "there")))
        .isEqualTo(Path.of("there", "models").toAbsolutePath());
  }

  @Test
  void otherwiseItLiesInTheUsersHome() {
    assertThat(ModelFolder.of(Settings.NONE, Map.of(ModelFolder.HOME, " ")))
        .isAbsolute()
        .endsWithRaw(Path.of(".ambient-gpt", "models"))
        .startsWithRaw(Path.of(System.getProperty("user.home")));
  }

  @Test
  void whatIsNoPathIsRefusedWithTheNameOfTheSetting() {
    assertThatThrownBy(() -> ModelFolder.of(Settings.of(ModelFolder.SETTING, "a\0b"), Map.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(ModelFolder.SETTING);
  }
}
