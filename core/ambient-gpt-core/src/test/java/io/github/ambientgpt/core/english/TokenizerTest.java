package io.github.ambientgpt.core.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenizerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I don't know          | i don't know
          i do n't know         | i don't know
          I’ve had it           | i've had it
          i 'm tired            | i'm tired
          we 're gon na see     | we're going to see
          i wanna go            | i want to go
          98.6 and 120/80       | 98.6 and 120/80
          1,000 mg , twice      | 1,000 mg , twice
          a 57-year-old man     | a 57-year-old man
          an x-ray at 3 p.m.    | an x-ray at 3 p.m.
          his l5 and a1c        | his l5 and a1c
          98%                   | 98 %
          has C O P D now       | has copd now
          for I B S, by G I     | for ibs , by gi
          at eight A M          | at eight a m
          the vitamin D I take  | the vitamin d i take
          """)
  void textOfPeopleAndOfCorporaBecomesTheSameTokens(String text, String tokens) {
    assertThat(texts(text)).isEqualTo(List.of(tokens.split(" ")));
  }

  @Test
  void aTokenKnowsWhereItStands() {
    String text = "He does n't smoke.";
    List<Token> tokens = Tokenizer.tokens(text);

    assertThat(tokens.get(1).text()).isEqualTo("doesn't");
    assertThat(text.substring(tokens.get(1).begin(), tokens.get(1).end())).isEqualTo("does n't");
    assertThat(tokens.get(3).type()).isEqualTo(Token.Type.PUNCTUATION);
  }

  @Test
  void nothingMakesNoTokens() {
    assertThat(Tokenizer.tokens(" \n\t")).isEmpty();
  }

  private static List<String> texts(String text) {
    return Tokenizer.tokens(text).stream().map(Token::text).toList();
  }
}
