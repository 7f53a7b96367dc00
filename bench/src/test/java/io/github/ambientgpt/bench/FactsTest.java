package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bench.Facts.Sort;
import org.junit.jupiter.api.Test;

class FactsTest {
  @Test
  void wordsAndDigitsAreTheSameQuantity() {
    assertThat(Facts.of("twenty milligrams").of(Sort.QUANTITY))
        .isEqualTo(Facts.of("0.02 g").of(Sort.QUANTITY))
        .hasSize(1);
    assertThat(Facts.of("Blood pressure is 120/80.").of(Sort.QUANTITY)).containsExactly("120/80");
  }

  @Test
  void abbreviationsAndBrandsNameTheSameAsWords() {
    assertThat(Facts.of("HTN").of(Sort.FINDING))
        .isEqualTo(Facts.of("high blood pressure").of(Sort.FINDING));
    assertThat(Facts.of("Takes Tylenol.").of(Sort.DRUG))
        .isEqualTo(Facts.of("acetaminophen 500 mg").of(Sort.DRUG));
  }

  @Test
  void whatIsDeniedIsNoFinding() {
    Facts facts = Facts.of("Denies fever, chills or cough, but has a headache.\nDizziness.");

    assertThat(facts.of(Sort.NEGATION)).containsExactlyInAnyOrder("fever", "chills", "cough");
    assertThat(facts.of(Sort.FINDING)).containsExactlyInAnyOrder("headache", "dizziness");
  }
}
