package io.github.ambientgpt.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodeListTest {
  private static CodeList read(byte[] bytes) throws IOException {
    return CodeList.read(new ByteArrayInputStream(bytes), "codes.tsv");
  }

  @Test
  void codes_and_terms_are_read_whatever_the_ends_of_the_lines() throws IOException {
    CodeList codes =
        read(
            "\ufeff# ours\r\n99213\tone\r\n\r\n0001a\ttwo\tmore\n"
                .getBytes(StandardCharsets.UTF_8));
    assertThat(codes.term("99213")).contains("one");
    assertThat(codes.term("0001A")).contains("two");
    assertThat(codes.term("99214")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing", "99213 no tab", "99213\t", "\tterm"})
  void what_is_no_list_of_codes_is_refused(String text) {
    assertThatThrownBy(() -> read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("codes.tsv");
  }

  @Test
  void what_is_no_text_is_refused() {
    assertThatThrownBy(() -> read(new byte[] {(byte) 0xff, (byte) 0xfe, 0}))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("UTF-8");
  }

  @ParameterizedTest
  @CsvSource({
    "22298006, true",
    "38341003, true",
    "73211009, true",
    "233604007, true",
    "22298007, false",
    "38341030, false",
    "73211008, false"
  })
  void check_digits_of_snomed_are_verhoeffs(String id, boolean right) {
    assertThat(CheckDigit.isRight(id)).isEqualTo(right);
  }
}
