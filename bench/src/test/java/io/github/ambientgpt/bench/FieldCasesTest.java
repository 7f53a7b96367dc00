package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Small visits with what must and must not come out: those from the field, and our own. */
class FieldCasesTest {
  static Stream<Named<FieldCase>> cases() throws IOException {
    return Stream.concat(
            FieldCase.read("field-cases.json").stream(), FieldCase.read("own-cases.json").stream())
        .map(visit -> Named.of(visit.id(), visit));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whatComesOutIsAsItMustBe(FieldCase visit) {
    assertThat(visit.faults()).as("%s: %s", visit.kind(), visit.said()).isEmpty();
  }
}
