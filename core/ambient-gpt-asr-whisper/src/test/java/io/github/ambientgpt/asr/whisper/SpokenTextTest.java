package io.github.ambientgpt.asr.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpokenTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "  ",
        "[BLANK_AUDIO]",
        " [ Silence ]",
        "(music)",
        "(coughs) (laughs)",
        "*sighs*",
        "♪♪",
        "♪ [MUSIC] ♪",
        "...",
        " - ",
        "<|nospeech|>"
      })
  void noisesAreNoWords(String text) {
    assertThat(SpokenText.of(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "' I feel  fine.', I feel fine.",
    "' [coughs] I took two.', I took two.",
    "'Take it (if you can) at night.', Take it (if you can) at night.",
    "'120 over 80', 120 over 80",
    "' Me duele aquí.', Me duele aquí."
  })
  void wordsStay(String text, String spoken) {
    assertThat(SpokenText.of(text)).isEqualTo(spoken);
  }
}
