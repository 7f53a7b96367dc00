package io.github.ambientgpt.core.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          five                      | 5
          twenty five               | 25
          a hundred and two         | 102
          five hundred              | 500
          one thousand two hundred  | 1200
          two thousand three hundred| 2300
          ninety eight point six    | 98.6
          zero point five           | 0.5
          two and a half            | 2.5
          one fifty                 | 150
          one twenty eight          | 128
          one eighteen              | 118
          one oh four               | 104
          twenty nineteen           | 2019
          twenty twenty one         | 2021
          nineteen eighty five      | 1985
          point five                | 0.5
          1,000                     | 1000
          7.30                      | 7.3
          """)
  void aNumberIsReadAsPeopleSayIt(String spoken, String digits) {
    assertThat(Numbers.at(Tokenizer.tokens(spoken), 0))
        .hasValueSatisfying(number -> assertThat(number.digits()).isEqualTo(digits));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pain", "a day", "and five", "4/5", "57-year-old"})
  void whatIsNoSingleNumberIsNone(String text) {
    assertThat(Numbers.at(Tokenizer.tokens(text), 0)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"twenty five milligrams, 2", "five days, 1", "ten to twenty, 1", "two two, 1"})
  void aNumberEndsWhereTheNextThingBegins(String text, int tokens) {
    assertThat(Numbers.at(Tokenizer.tokens(text), 0))
        .hasValueSatisfying(number -> assertThat(number.to()).isEqualTo(tokens));
  }
}
