package io.github.ambientgpt.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {
  private static final Transcript VISIT =
      Visits.of(
          "D: What brings you in?",
          "P: My left knee has been swollen for three weeks.",
          "D: Do you have any chest pain?",
          "P: No, I don't.",
          "D: Any trouble breathing?",
          "P: Yes, a little at night.",
          "D: You take lisinopril 20 milligrams once a day and metformin 500 milligrams twice a day.",
          "P: Right.",
          "D: Your blood pressure is 142 over 90. The right knee looks normal.",
          "D: I'll prescribe ibuprofen 600 milligrams three times a day. See me on Friday.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The patient has had swelling of the left knee for 3 weeks.",
        "Denies chest pain.",
        "Reports trouble breathing at night.",
        "Lisinopril 20 mg daily.",
        "Metformin 500 mg BID.",
        "Blood pressure 142/90.",
        "Right knee looks normal.",
        "Prescribe ibuprofen 600 mg TID.",
        "Metformin 0.5 g twice a day."
      })
  void whatWasSaidIsSupported(String statement) {
    Statement checked = check(statement);

    assertThat(checked.support()).as("%s", checked.reasons()).isEqualTo(Support.SUPPORTED);
    assertThat(checked.evidence()).isNotEmpty();
    assertThat(checked.reasons()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Lisinopril 40 mg daily.                               | DOSE
          Metformin 20 mg twice a day.                          | DOSE
          Ibuprofen 600 mg once a day.                          | DOSE
          The left knee has been swollen for 3 months.          | UNIT
          The left knee has been swollen for 5 weeks.           | TIME
          Ibuprofen 600 g three times a day.                    | UNIT
          The patient's right knee has been swollen for 3 weeks.| LATERALITY
          Reports chest pain.                                   | NEGATION
          Denies trouble breathing.                             | NEGATION
          Blood pressure 124/90.                                | NUMBER
          Blood pressure 90 over 142.                           | NUMBER
          The patient's daughter has a swollen left knee.       | SPEAKER
          Discontinue ibuprofen.                                | NEGATION
          Prescribe warfarin.                                   | DRUG
          See the patient on Monday.                            | TIME
          """)
  void whatWasChangedIsUnsupportedForItsReason(String statement, Reason.Kind kind) {
    Statement checked = check(statement);

    assertThat(checked.support()).isEqualTo(Support.UNSUPPORTED);
    assertThat(checked.reasons()).extracting(Reason::kind).contains(kind);
  }

  @Test
  void whatNobodySpokeOfHasNoEvidence() {
    Statement checked = check("Family history of glaucoma in an uncle.");

    assertThat(checked.support()).isEqualTo(Support.UNSUPPORTED);
    assertThat(checked.evidence()).isEmpty();
  }

  @Test
  void aDenialRestsOnTheQuestionAndTheAnswer() {
    assertThat(check("Denies chest pain.").utterances()).containsExactly("u3", "u4");
  }

  @Test
  void evidencePointsIntoItsUtterance() {
    Evidence evidence = check("Blood pressure 142/90.").evidence().get(0);
    String said = VISIT.utterance(evidence.utterance()).orElseThrow().text();

    assertThat(said.substring(evidence.begin(), evidence.end()))
        .isEqualTo("Your blood pressure is 142 over 90.");
  }

  @Test
  void whatAWriterNamesAsEvidenceIsNotBelieved() {
    Statement claim =
        Statement.unchecked("", "Reports chest pain.", List.of(new Evidence("u2", 0, 10)));

    assertThat(check(claim).support()).isEqualTo(Support.UNSUPPORTED);
  }

  @Test
  void whatIsClinicalAndInNoStatementIsOmitted() {
    Note note =
        new Checker()
            .check(
                Note.draft(
                    "SOAP",
                    List.of(
                        new Section(
                            "Plan",
                            List.of(
                                Statement.unchecked(
                                    "", "Prescribe ibuprofen 600 mg.", List.of())))),
                    Generation.GIVEN),
                VISIT);

    Coverage coverage = note.coverage();
    assertThat(coverage.omitted()).contains("u2", "u4", "u6", "u9").doesNotContain("u10", "u8");
    assertThat(coverage.relevant()).contains("u10");
    assertThat(coverage.share()).isBetween(0.05, 0.5);
  }

  @Test
  void checkingTwiceFindsTheSame() {
    Note note =
        Note.draft(
            "SOAP",
            List.of(
                new Section(
                    "All", List.of(Statement.unchecked("", "Denies chest pain.", List.of())))),
            Generation.GIVEN);
    Note once = new Checker().check(note, VISIT);

    assertThat(new Checker().check(once, VISIT)).isEqualTo(once);
  }

  private static Statement check(String text) {
    return check(Statement.unchecked("", text, List.of()));
  }

  private static Statement check(Statement statement) {
    Note note =
        Note.draft("SOAP", List.of(new Section("All", List.of(statement))), Generation.GIVEN);
    return new Checker().check(note, VISIT).statements().findFirst().orElseThrow();
  }
}
