package io.github.ambientgpt.core.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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
          twenty-four               | 24
          ninety-nine point four    | 99.4
          one point oh five         | 1.05
          zero point oh two five    | 0.025
          two oh five               | 205
          seven . two               | 7.2
          seven. two                | 7.2
          8 . 1                     | 8.1
          8 point 1                 | 8.1
          one twenty                | 120
          one thirty eight          | 138
          hundred and one point two | 101.2
          fifteen hundred           | 1500
          one-and-a-half            | 1.5
          roman two                 | 2
          roman numeral three       | 3
          a thousand                | 1000
          a dozen                   | 12
          two dozen                 | 24
          four hundreds             | 400
          three to four hundreds    | 300
          five or six hundred       | 500
          """)
  void aNumberIsReadAsPeopleSayIt(String spoken, String digits) {
    assertThat(Numbers.at(Tokenizer.tokens(spoken), 0))
        .hasValueSatisfying(number -> assertThat(number.digits()).isEqualTo(digits));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          it was an eight . two days ago | eight     | 1
          i take two . five years ago    | two       | 1
          four-to-six hours              | four      | 1
          twenty-four-hour urine         |           | 0
          a few hundred                  |           | 0
          stage iv                       | iv        | 1
          an iv                          | iv        | 0
          what type i have               | i         | 0
          """)
  void aPointIsNoEndOfASentence(String text, String first, int length) {
    List<Token> tokens = Tokenizer.tokens(text);
    int at =
        first == null
            ? tokens.size() - 1
            : tokens.stream().map(Token::text).toList().indexOf(first);
    assertThat(Numbers.at(tokens, at).map(number -> number.to() - at).orElse(0)).isEqualTo(length);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          creatinine is one point oh five | creatinine is 1.05
          an a1c of six . seven           | an a1c of 6.7
          cup to disc is . two            | cup to disc is 0.2
          sugar is two oh five            | sugar is 205
          it was eight . two days ago     | it was eight . two days ago
          one twenty over seventy         | one twenty over seventy
          """)
  void whatIsEasilyLostIsJoined(String spoken, String joined) {
    assertThat(Numbers.joined(Tokenizer.tokens(spoken)).stream().map(Token::text))
        .containsExactly(joined.split(" "));
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
