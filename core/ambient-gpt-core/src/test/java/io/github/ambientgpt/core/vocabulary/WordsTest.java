package io.github.ambientgpt.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Crohn's,crohns",
        "Crohn\u2019s,crohns",
        "I'll,i'll",
        "don't,don't",
        "A1c,a 1 c",
        "40mg,40 mg",
        "X-ray,x ray",
        "b.i.d.,b i d",
        "98.6 °F,98 6 ° f",
        "Ménière,ménière",
      })
  void aTextIsItsNormalWords(String text, String normal) {
    assertThat(Words.normal(text)).isEqualTo(normal);
  }

  @Test
  void wordsAreJoinedOverBlanksAndOneHyphenButNotOverAComma() {
    Words words = Words.of("x-ray of, the chest.  And s/p fall");

    assertThat(words.size()).isEqualTo(9);
    assertThat(joints(words)).isEqualTo("-++-+-+++");
  }

  @Test
  void aLongTextKeepsItsPlaces() {
    String text = "one two three ".repeat(1000);
    Words words = Words.of(text);

    assertThat(words.size()).isEqualTo(3000);
    assertThat(text.substring(words.begin(2999), words.end(2999))).isEqualTo("three");
    assertThat(words.normal(2997, 2999)).isEqualTo("one two three");
  }

  private static String joints(Words words) {
    StringBuilder joints = new StringBuilder();
    for (int word = 0; word < words.size(); word++) {
      joints.append(words.joined(word) ? '+' : '-');
    }
    return joints.toString();
  }
}
