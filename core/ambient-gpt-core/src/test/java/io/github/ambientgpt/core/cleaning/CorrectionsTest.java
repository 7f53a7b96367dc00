package io.github.ambientgpt.core.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.english.Token;
import io.github.ambientgpt.core.english.Tokenizer;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          naproxen 250 , i mean 500 milligrams twice a day        | naproxen 500 milligrams twice a day
          naproxen two hundred fifty , i mean five hundred mg     | naproxen five hundred mg
          it has hurt for two weeks , no wait , three weeks       | it has hurt for three weeks
          it has hurt for two weeks , no , three weeks            | it has hurt for three weeks
          twenty milligrams twice a day , sorry , forty milligrams | forty milligrams twice a day
          take ten units , scratch that , twelve units            | take twelve units
          see you in four weeks no let's make it two weeks        | see you in two weeks
          250 mg for ten days , i mean 500 mg                     | 500 mg for ten days
          250 mg for ten days , i mean fourteen days              | 250 mg for fourteen days
          the left knee , i mean the right knee                   | the right knee
          on monday , actually no , tuesday                       | on tuesday
          lisinopril , sorry , losartan                           | losartan
          a couple weeks , or , i'm sorry , a couple months       | a couple months
          temperature 99 point 4 , make that 99 point 6           | temperature 99 point 6
          """)
  void whatWasPutRightStandsAlone(String said, String meant) {
    assertThat(obeyed(said)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "any fever , no chills",
        "take two tablets , wait four hours",
        "i'm tired , i mean really tired of it",
        "i have left knee pain , no right knee pain",
        "i had two beers and no chest pain",
        "i'm sorry you have had 3 bad weeks",
      })
  void whatOnlySoundsLikeACorrectionStays(String said) {
    assertThat(obeyed(said)).isEqualTo(said);
  }

  @ParameterizedTest
  @CsvSource({
    "no wait three weeks, true",
    "i mean 500, true",
    "no three kids, false",
    "sorry about that, false",
    "make that the right, true",
    "i mean on the right, true",
    "sorry about the wait, false"
  })
  void aSentenceMayCorrectTheOneBefore(String said, boolean corrects) {
    assertThat(Corrections.begins(Tokenizer.tokens(said))).isEqualTo(corrects);
  }

  private static String obeyed(String said) {
    List<Token> words = Corrections.obeyed(Tokenizer.tokens(said));
    return words.stream().map(Token::text).collect(Collectors.joining(" "));
  }
}
