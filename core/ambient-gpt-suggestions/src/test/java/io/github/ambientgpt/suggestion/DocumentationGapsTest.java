package io.github.ambientgpt.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.suggestion.Suggestion.Kind;
import io.github.ambientgpt.suggestion.Suggestion.Standing;
import java.util.EnumSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DocumentationGapsTest {
  private static Suggestion item(String text, Transcript visit) {
    return Suggester.builtin()
        .suggest(
            visit, Optional.empty(), VisitDetails.UNKNOWN, EnumSet.of(Kind.PAYER), Monitor.NONE)
        .all()
        .stream()
        .filter(suggestion -> suggestion.text().equals(text))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void what_was_said_is_found_with_its_words() {
    Suggestion duration = item("Since when", Visits.cough());
    assertThat(duration.standing()).isEqualTo(Standing.CHECKED);
    assertThat(duration.evidence()).extracting(e -> e.utterance()).containsExactly("u2");
    assertThat(item("The dose of amoxicillin", Visits.cough()).standing())
        .isEqualTo(Standing.CHECKED);
    assertThat(item("The reason for amoxicillin", Visits.cough()).standing())
        .isEqualTo(Standing.CHECKED);
    assertThat(item("When to come back", Visits.cough()).evidence())
        .extracting(e -> e.utterance())
        .containsExactly("u13");
  }

  @Test
  void what_was_not_said_is_missing_and_says_what_to_add() {
    Suggestion allergies = item("Allergies asked about", Visits.cough());
    assertThat(allergies.standing()).isEqualTo(Standing.MISSING);
    assertThat(allergies.evidence()).isEmpty();
    assertThat(allergies.remarks())
        .containsExactly("Not found in the visit. Ask, and say the answer.");
  }

  @Test
  void an_order_without_a_reason_and_a_drug_without_a_dose_are_missing() {
    Transcript visit =
        Visits.of("D: Nice to see you again today.", "D: I'm going to prescribe amoxicillin.");
    assertThat(item("The reason for amoxicillin", visit).standing()).isEqualTo(Standing.MISSING);
    assertThat(item("The dose of amoxicillin", visit).standing()).isEqualTo(Standing.MISSING);
  }
}
