package io.github.ambientgpt.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Recognition;
import io.github.ambientgpt.core.transcript.Role;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Speaker;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.suggestion.Suggestion.Ground;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.VisitDetails.Patient;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitLevelsTest {
  private static List<Suggestion> levels(Transcript visit, VisitDetails details) {
    return Suggester.builtin()
        .suggest(visit, Optional.empty(), details, EnumSet.of(Kind.VISIT_LEVEL), Monitor.NONE)
        .all();
  }

  private static String byDecisions(Transcript visit) {
    VisitDetails established =
        new VisitDetails(Optional.of(Patient.ESTABLISHED), OptionalInt.empty());
    return levels(visit, established).get(0).code();
  }

  @Test
  void two_stable_chronic_conditions_and_a_prescription_are_moderate() {
    Transcript visit =
        Visits.of(
            "D: For your hypertension, continue the lisinopril 20 milligrams.",
            "D: Your asthma is stable. Keep taking the albuterol.");
    assertThat(byDecisions(visit)).isEqualTo("99214");
  }

  @Test
  void a_cold_is_straightforward() {
    assertThat(byDecisions(Visits.of("D: You have a common cold. Drink a lot and rest.")))
        .isEqualTo("99212");
  }

  @Test
  void a_sprain_with_two_tests_is_low() {
    assertThat(
            byDecisions(
                Visits.of("D: You have an ankle sprain. Let's get an x-ray and order an MRI.")))
        .isEqualTo("99213");
  }

  @Test
  void each_part_names_what_was_found_and_where() {
    Suggestion level = levels(Visits.cough(), VisitDetails.UNKNOWN).get(0);
    assertThat(level.grounds())
        .extracting(Ground::text)
        .anyMatch(text -> text.startsWith("Problems: "))
        .anyMatch(text -> text.startsWith("Data: "))
        .anyMatch(text -> text.startsWith("Risk: moderate"))
        .anyMatch(text -> text.equals("Prescription drug managed: amoxicillin"));
    assertThat(level.evidence()).isNotEmpty();
    assertThat(level.remarks()).anyMatch(remark -> remark.contains("not checked against CPT"));
  }

  @Test
  void without_knowing_the_patient_both_levels_are_told() {
    assertThat(levels(Visits.cough(), VisitDetails.UNKNOWN))
        .extracting(Suggestion::code)
        .hasSize(2)
        .anyMatch(code -> code.startsWith("9920"))
        .anyMatch(code -> code.startsWith("9921"));
  }

  @ParameterizedTest
  @CsvSource({
    "ESTABLISHED, 10, 99212",
    "ESTABLISHED, 29, 99213",
    "ESTABLISHED, 30, 99214",
    "ESTABLISHED, 54, 99215",
    "NEW, 15, 99202",
    "NEW, 44, 99203",
    "NEW, 60, 99205",
  })
  void minutes_give_a_level(Patient patient, int minutes, String code) {
    assertThat(levels(Visits.cough(), details(patient, minutes)))
        .extracting(Suggestion::code)
        .hasSize(2)
        .last()
        .isEqualTo(code);
  }

  @Test
  void each_quarter_of_an_hour_beyond_the_highest_level_is_prolonged() {
    assertThat(levels(Visits.cough(), details(Patient.ESTABLISHED, 71)))
        .last()
        .satisfies(s -> assertThat(s.code()).isEqualTo("99417"))
        .satisfies(s -> assertThat(s.text()).isEqualTo("Prolonged: 2 times"));
    assertThat(levels(Visits.cough(), details(Patient.NEW, 74)))
        .extracting(Suggestion::code)
        .doesNotContain("99417");
  }

  @Test
  void minutes_too_few_for_any_level_give_none() {
    assertThat(levels(Visits.cough(), details(Patient.NEW, 5))).hasSize(1);
  }

  @Test
  void the_recordings_length_is_an_estimate() {
    Utterance last =
        new Utterance(
            "u1",
            new Speaker("doctor", Role.CLINICIAN),
            Optional.of(new Span(0, 25 * 60)),
            "You have a cough.",
            List.of());
    Transcript visit = new Transcript("en", Recognition.TYPED, List.of(last));
    assertThat(
            levels(visit, new VisitDetails(Optional.of(Patient.ESTABLISHED), OptionalInt.empty())))
        .last()
        .satisfies(s -> assertThat(s.code()).isEqualTo("99213"))
        .satisfies(s -> assertThat(s.text()).contains("an estimate"));
  }

  @Test
  void minutes_that_cannot_be_are_refused() {
    assertThatThrownBy(() -> details(Patient.NEW, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> details(Patient.NEW, 1441))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static VisitDetails details(Patient patient, int minutes) {
    return new VisitDetails(Optional.of(patient), OptionalInt.of(minutes));
  }
}
