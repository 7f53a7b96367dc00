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
          Discontinue ibuprofen.                                | STATUS
          See the patient on Monday.                            | TIME
          """)
  void whatWasChangedIsUnsupportedForItsReason(String statement, Reason.Kind kind) {
    Statement checked = check(statement);

    assertThat(checked.support()).as("%s", checked.reasons()).isEqualTo(Support.UNSUPPORTED);
    assertThat(checked.reasons()).extracting(Reason::kind).contains(kind);
    assertThat(checked.reasons()).as("quotes").allMatch(r -> r.message().contains("“"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The patient's daughter has a swollen left knee.       | SPEAKER
          Prescribe warfarin.                                   | DRUG
          History of gout.                                      | INVENTED
          Inject insulin subcutaneously.                        | DRUG
          """)
  void whatNobodySaidIsUncertain(String statement, Reason.Kind kind) {
    Statement checked = check(statement);

    assertThat(checked.support()).isEqualTo(Support.UNCERTAIN);
    assertThat(checked.reasons()).extracting(Reason::kind).contains(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          General        | The patient is a 57-year-old male.
          Examination    | Lungs are clear to auscultation bilaterally.
          Plan           | The patient understands and agrees.
          Constitutional | Well-developed, in no acute distress.
          """)
  void whatNobodySaysAloudIsQuietlyApart(String heading, String statement) {
    Note note =
        Note.draft(
            "SOAP",
            List.of(new Section(heading, List.of(Statement.unchecked("", statement, List.of())))),
            Generation.GIVEN);

    assertThat(new Checker().check(note, VISIT).statements())
        .extracting(Statement::support)
        .containsExactly(Support.UNSPOKEN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a side that is put right
          D: You're here for your right knee pain. P: It's not the right knee, it's the left knee. | Left knee pain.  | true
          D: You're here for your right knee pain. P: It's not the right knee, it's the left knee. | Right knee pain. | false
          # a frequency goes with its own drug
          D: Take Norvasc 10 mg daily and carvedilol 25 mg twice a day.   | Carvedilol 25 mg daily.                   | false
          D: Take Norvasc 10 mg daily and carvedilol 25 mg twice a day.   | Carvedilol 25 mg BID.                     | true
          D: We increased your metformin to 500 twice a day.              | Metformin 500 mg once a day.              | false
          D: You can take that every 6 to 8 hours for the pain.           | May take it every six to 8 hours for pain.| true
          # a value goes with its measure, a time with its passage
          D: Your heart rate is 60. Your respiratory rate is 14.          | Respiratory rate is 60.                   | false
          D: Total cholesterol was 222 and the HDL was 44.                | Total cholesterol was 44.                 | false
          D: You had the cuff repaired eight months ago. See me in three months. | The cuff was repaired 3 months ago. | false
          D: Your blood pressure is 130 over 70. Take Norvasc 10 mg.      | Norvasc 70 mg.                            | false
          D: Your blood pressure is 130 over 70.                          | Blood pressure 130/90.                    | false
          D: Your temperature is 100.4 degrees.                           | Temperature 38 °C.                        | true
          D: Your temperature is 100.4 degrees.                           | Temperature 38.4 °C.                      | false
          D: I want you to rest for a week.                               | Rest for 1 week.                          | true
          # a side goes with its part of the body
          P: My left knee hurts. The right hip is fine.                   | The left hip is fine.                     | false
          D: Strength is 4 out of 5 on the left and 5 out of 5 on the right. | Strength 4/5 on the left and 5/5 on the left. | false
          D: There is a lump right here under your breast.                | There is a lump under the breast.         | true
          # "mild" is not "severe"
          P: I have a severe pain in my hip.                              | Mild hip pain.                            | false
          # a clinical term decides a denial, whatever else agrees
          D: No calf tenderness, negative Homans sign.                    | Calf tenderness, negative Homans sign.    | false
          D: Homans sign is negative.                                     | Negative Homans sign.                     | true
          D: Your lower extremities have no edema.                        | Lower extremity edema.                    | false
          D: Any problems with your bladder or bowels? P: No.             | Reports problems with bladder or bowels.  | false
          """)
  void factsAreComparedWhereTheyBelong(String said, String statement, boolean supported) {
    assertThat(isSupported(said, statement)).isEqualTo(supported);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # several questions and one "no"
          D: Any chest pain? Any cough? P: No.                            | Denies chest pain.                 | true
          D: Any weight loss or vomiting? P: No vomiting, but some weight loss. | Reports weight loss.         | true
          D: Any weight loss or vomiting? P: No vomiting, but some weight loss. | Denies weight loss.          | false
          # asked and not answered
          D: Any carotid bruits?                                          | Carotid bruits are present.        | false
          D: Any allergies? P: Penicillin.                                | Allergic to penicillin.            | true
          # "okay?" asks for nothing
          D: There is some pitting edema in your legs, okay?              | Pitting edema of the legs.         | true
          # speech without marks
          D: there is no pronator drift sensation is intact               | Sensation is intact.               | true
          D: okay do you have any belly pain or vomiting P: no            | Reports vomiting.                  | false
          D: okay do you have any belly pain or vomiting P: no            | Denies vomiting.                   | true
          D: no actually it looks like we increased your metformin        | Metformin was increased.           | true
          P: i haven't had any fever i have had some swelling in my ankles | Reports ankle swelling.           | true
          # over, supposed, somebody else's
          P: I used to drink beer but not any more.                       | Drinks beer.                       | false
          D: If you get a rash, call me.                                  | Has a rash.                        | false
          P: My mother says I have a rash.                                | Has a rash.                        | true
          D: Does asthma run in your family? P: Yes, my dad.              | The patient has asthma.            | false
          """)
  void whatIsSaidOfAThingIsUnderstood(String said, String statement, boolean supported) {
    assertThat(isSupported(said, statement)).isEqualTo(supported);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: I have high blood pressure.                       | Hx of HTN.
          P: I'm short of breath.                              | C/o SOB.
          D: Your heart rate is 84.                            | HR: 84 bpm.
          D: You need physical therapy.                        | Recommend PT.
          D: I'll send you to PT.                              | Refer to physical therapy.
          D: Follow up with your primary care doctor.           | F/u with PCP.
          P: I'm 57 years old and had my gallbladder out.      | 57 y/o s/p gallbladder removal.
          P: I came without my wife.                           | Came w/o wife.
          D: Take it once a day.                               | Take q.d.
          D: Take lisinopril once a day by mouth.              | Lisinopril p.o. q.d.
          D: There is tenderness in the right lower quadrant.  | RLQ tenderness.
          D: Your knee looks good on the left.                 | L knee normal.
          P: I have type 2 diabetes.                           | History of diabetes.
          P: I take two hundred milligrams.                    | Takes 200 mg.
          D: Any drug allergies? P: No.                         | NKDA.
          """)
  void abbreviationsAndWordsAreReadAlike(String said, String statement) {
    assertThat(isSupported(said, statement)).isTrue();
  }

  @Test
  void whatIsNarrowerThanWhatWasSaidIsFlagged() {
    assertThat(isSupported("P: I have diabetes.", "History of type 1 diabetes.")).isFalse();
  }

  @Test
  void aBareNumberIsFoundByItself() {
    String said = "P: I go there about three to four times a week.";

    assertThat(isSupported(said, "About 3 to 4 times a week.")).isTrue();
    assertThat(isSupported(said, "About 5 to 6 times a week.")).isFalse();
  }

  @Test
  void whatNobodySpokeOfHasNoEvidence() {
    Statement checked = check("Family history of glaucoma in an uncle.");

    assertThat(checked.support()).isEqualTo(Support.UNCERTAIN);
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
    return check(statement, VISIT);
  }

  /**
   * @param said turns that begin with the speaker, as "D: Any pain? P: No."
   */
  private static boolean isSupported(String said, String statement) {
    Transcript visit = Visits.of(said.split(" (?=[DP]: )"));
    Statement claim = Statement.unchecked("", statement, List.of());
    return check(claim, visit).support() == Support.SUPPORTED;
  }

  private static Statement check(Statement statement, Transcript visit) {
    Note note =
        Note.draft("SOAP", List.of(new Section("All", List.of(statement))), Generation.GIVEN);
    return new Checker().check(note, visit).statements().findFirst().orElseThrow();
  }
}
