package io.github.ambientgpt.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Icd10CmTest {
  private final Icd10Cm table = Icd10Cm.official();

  @Test
  void the_table_is_whole() {
    assertThat(StreamSupport.stream(table.all().spliterator(), false)).hasSize(46_881);
    long valid =
        StreamSupport.stream(table.all().spliterator(), false)
            .mapToLong(code -> code.billable() ? 1 : code.seventh().size())
            .sum();
    assertThat(valid).isEqualTo(74_719);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I10     | Essential (primary) hypertension             | true
          i10     | Essential (primary) hypertension             | true
          E11.9   | Type 2 diabetes mellitus without complications | true
          E119    | Type 2 diabetes mellitus without complications | true
          E11     | Type 2 diabetes mellitus                     | false
          S93.401 | Sprain of unspecified ligament of right ankle | false
          Z60.2   | Problems related to living alone             | true
          """)
  void a_code_is_found_however_it_is_written(String code, String title, boolean billable) {
    assertThat(table.code(code))
        .hasValueSatisfying(
            found -> {
              assertThat(found.title()).isEqualTo(title);
              assertThat(found.billable()).isEqualTo(billable);
            });
  }

  @Test
  void a_seventh_character_completes_a_code() {
    IcdCode sprain = table.code("S93.401").orElseThrow();
    assertThat(sprain.seventh())
        .extracting(IcdCode.Seventh::character)
        .containsExactly('A', 'D', 'S');
    IcdCode whole = table.code("S93.401A").orElseThrow();
    assertThat(whole.code()).isEqualTo("S93.401A");
    assertThat(whole.billable()).isTrue();
    assertThat(whole.title()).endsWith(", initial encounter");
    assertThat(table.code("S16.1XXA")).get().extracting(IcdCode::code).isEqualTo("S16.1XXA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "I", "I10.1", "E11.999", "S93.401Z", "S93.40XA", "Q99.Z", "hello", "S06.1X7D"})
  void what_is_not_in_the_table_is_no_code(String code) {
    assertThat(table.code(code)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "high blood pressure, I10",
    "acid reflux, K21.9",
    "uti, N39.0",
    "lives alone, Z60.2",
    "unemployed, Z56.0",
    "left knee osteoarthritis, M17.12",
    "pain in my right shoulder, M25.511",
    "pleural effusion, J90",
  })
  void words_are_found_in_lay_terms_and_titles(String words, String code) {
    assertThat(table.find(words, 3))
        .first()
        .extracting(match -> match.code().code())
        .isEqualTo(code);
  }

  @Test
  void codes_of_pregnancy_need_a_pregnancy() {
    assertThat(table.find("urinary tract infection in pregnancy", false, 1))
        .noneMatch(match -> match.code().code().startsWith("O"));
    assertThat(table.find("gestational diabetes", true, 1))
        .allMatch(match -> match.code().code().startsWith("O"));
  }

  @Test
  void words_that_no_table_has_find_nothing() {
    assertThat(table.find("xyzzy plugh", 3)).isEmpty();
    assertThat(table.find("", 3)).isEmpty();
  }
}
