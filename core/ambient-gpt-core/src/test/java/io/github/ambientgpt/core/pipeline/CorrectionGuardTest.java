package io.github.ambientgpt.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionGuardTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I take lysinoprill 20 milligrams            | I take lisinopril 20 mg
          I take lie sin o pril every day             | I take lisinopril every day
          um so it's been, you know, twenty five days | It's been 25 days
          no, no, I don't smoke                       | No, I don't smoke
          yeah I've had the the cough                 | Yes, I've had the cough
          he have asthmah since he was a child        | He has had asthma since he was a child
          your blood pressure is 130 over 80          | Your blood pressure is 130/80
          my left knee is hurting right now           | My left knee is hurting
          I had a headake and noshea                  | I had a headache and nausea
          """)
  void aCorrectionThatKeepsTheMeaningIsTaken(String original, String cleaned) {
    assertThat(CorrectionGuard.altered(original, cleaned)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I take 20 milligrams of lisinopril      | I take 40 milligrams of lisinopril      | a number
          I take 20 milligrams of lisinopril      | I take lisinopril                       | a number
          take 5 of the one and 10 of the other   | take 10 of the one and 5 of the other   | a number
          take 50 micrograms of levothyroxine     | take 50 milligrams of levothyroxine     | a unit
          I don't have any chest pain             | I have chest pain                       | a negation
          I have chest pain                       | I have no chest pain                    | a negation
          I don't smoke but I drink               | I smoke but I don't drink               | a negation
          yeah it hurts                           | it hurts                                | an answer
          the left knee is swollen                | the right knee is swollen               | a side
          the knee is swollen                     | the left knee is swollen                | a side
          I take Celebrex for my back             | I take Celexa for my back               | a drug or an illness
          I take metoprolol every day             | I take metformin every day              | a drug or an illness
          I take something for my sugar           | I take metformin for my sugar           | a drug or an illness
          the hypotension is new                  | the hypertension is new                 | a drug or an illness
          my chest hurts when I climb the stairs to my flat | the patient is healthy and well, thank you very much | the words
          it hurts in the evening when I lie down and then I get up and walk a bit around the house | Evening pain | the words
          """)
  void aCorrectionThatAltersTheMeaningIsRefused(String original, String cleaned, String what) {
    assertThat(CorrectionGuard.altered(original, cleaned)).contains(what);
  }
}
