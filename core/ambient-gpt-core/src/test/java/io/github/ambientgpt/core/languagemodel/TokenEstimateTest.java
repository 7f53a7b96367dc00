package io.github.ambientgpt.core.languagemodel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenEstimateTest {
  @Test
  void leaves_a_margin_over_what_english_takes() {
    // ten tokens in cl100k
    assertThat(TokenEstimate.of("The patient takes her tablets every morning and evening."))
        .isBetween(10, 20);
  }

  @Test
  void counts_each_digit_and_each_character_of_another_script() {
    assertThat(TokenEstimate.of("1234567")).isEqualTo(7);
    assertThat(TokenEstimate.of("头痛")).isEqualTo(2);
  }

  @Test
  void nothing_takes_no_tokens() {
    assertThat(TokenEstimate.of("")).isZero();
  }
}
