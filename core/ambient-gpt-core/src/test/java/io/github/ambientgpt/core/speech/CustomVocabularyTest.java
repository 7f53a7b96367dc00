package io.github.ambientgpt.core.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomVocabularyTest {
  @Test
  void isReadLineByLine() {
    CustomVocabulary vocabulary =
        CustomVocabulary.parse("# drugs\r\nmetformin\r\n\r\n Dr. Okafor \nmetformin\n");

    assertThat(vocabulary.words()).containsExactly("metformin", "Dr. Okafor");
    assertThat(vocabulary.prompt()).isEqualTo("metformin, Dr. Okafor");
    assertThat(CustomVocabulary.parse("").prompt()).isEmpty();
  }

  @Test
  void asManyWordsAreKeptWholeAsFit() {
    CustomVocabulary vocabulary = CustomVocabulary.parse("one\ntwo\nthree");

    assertThat(vocabulary.fitting(100)).isEqualTo(vocabulary);
    assertThat(vocabulary.fitting(15).words()).containsExactly("one", "two", "three");
    assertThat(vocabulary.fitting(14).words()).containsExactly("one", "two");
    assertThat(vocabulary.fitting(2).words()).isEmpty();
  }

  @Test
  void comesBehindWhatWasWrittenForTheRecording() {
    CustomVocabulary vocabulary = CustomVocabulary.parse("one\ntwo");

    assertThat(vocabulary.behind("A visit", 100)).isEqualTo("A visit, one, two");
    assertThat(vocabulary.behind("A visit", 12)).isEqualTo("A visit, one");
    assertThat(vocabulary.behind("A visit", 3)).isEqualTo("A visit");
    assertThat(vocabulary.behind(" ", 0)).isBlank();
  }

  @Test
  void showsNoNamesWhenPrinted() {
    assertThat(CustomVocabulary.parse("Okafor")).asString().doesNotContain("Okafor");
  }
}
