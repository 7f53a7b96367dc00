package io.github.ambientgpt.core.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Visits of the kinds that were seen in the field, three of each, with a statement that is so and
 * one that is not. Their notes are tested by {@code SpokenVisitsTest}, their reading by {@code
 * ClinicalReaderTest}, their layouts by {@code TranscriptLayoutsTest}.
 */
class FieldKindsTest {
  private static Support support(String said, String statement) {
    Note note =
        Note.draft(
            "SOAP",
            List.of(new Section("Notes", List.of(Statement.unchecked("", statement, List.of())))),
            Generation.GIVEN);
    return new Checker()
        .check(note, TranscriptReader.parse(said.replace(" / ", "\n"), "The visit"))
        .statements()
        .findFirst()
        .orElseThrow()
        .support();
  }

  @ParameterizedTest(name = "{0}: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          how it is not     | Doctor: How is he? / Father: He does not sleep well.                            | He does not sleep well.        | He does not sleep.
          how it is not     | Doctor: How is she? / Mother: She is not eating well.                           | Not eating well.               | She is not eating.
          how it is not     | Doctor: How is he? / Mother: He doesn't always cough.                           | He does not always cough.      | He does not cough.
          negative question | Doctor: No diarrhea? / Patient: Correct.                                        | Denies diarrhea.               | Reports diarrhea.
          negative question | Doctor: You haven't had any chills, have you? / Patient: No, I haven't.         | Denies chills.                 | Reports chills.
          negative question | Doctor: Not dizzy? / Patient: Right.                                            | Denies dizziness.              | Reports dizziness.
          asked back        | Doctor: Do you have any medical problems? / Patient: What, like diabetes? / Doctor: Well, anything like that, or high blood pressure. / Patient: Oh, no. Nothing like that. | Denies medical problems. | Has high blood pressure.
          asked back        | Doctor: Have you had any chest pain? / Patient: Like what? / Doctor: Any pressure or tightness. / Patient: No, never.          | Denies chest pain.             | Reports chest pain.
          asked back        | Doctor: Do you use tobacco? / Patient: You mean cigarettes? / Doctor: Yes. / Patient: Oh, yes, I do.                        | Uses tobacco.                  | Denies tobacco use.
          asked in return   | Doctor: Any other questions? / Patient: What can I take for it? / Doctor: You can take ibuprofen 400 mg. | Can take ibuprofen 400 mg. | Can take ibuprofen 800 mg.
          asked in return   | Doctor: Do you take your pills? / Patient: Is my pressure high? / Doctor: Your blood pressure is high. | Blood pressure is high. | Blood pressure is low.
          asked in return   | Doctor: Anything else? / Patient: What is it? / Doctor: You have pneumonia.                                  | Has pneumonia.                 | Denies pneumonia.
          interpreter       | Doctor: Has he had a cough? / Interpreter: He says no.                          | Denies cough.                  | Reports cough.
          interpreter       | Doctor: Does she have pain? / Interpreter: She says yes, in her belly.          | Reports pain in her belly.     | Denies pain.
          interpreter       | Doctor: Any nausea? / Interpreter: She says no, but she has had a headache.     | Reports headache.              | Reports nausea.
          number            | Patient: I take thirty-two units of Lantus at night.                            | Lantus 32 units at night.      | Lantus 2 units at night.
          number            | Doctor: Your temperature is one hundred point two.                              | Temperature 100.2.             | Temperature 102.
          number            | Doctor: Your potassium is four point oh five.                                   | Potassium 4.05.                | Potassium 4.5.
          correction        | Patient: My hip has hurt for four days, I mean four weeks.                      | Hip pain for 4 weeks.          | Hip pain for 4 days.
          correction        | Doctor: Start lisinopril 5, no wait, 10 milligrams a day.                       | Lisinopril 10 mg daily.        | Lisinopril 5 mg daily.
          correction        | Doctor: Come back in two weeks, I mean three weeks.                             | Follow up in 3 weeks.          | Follow up in 2 weeks.
          not excluded      | Doctor: I can't rule out a blood clot.                                          | A blood clot cannot be ruled out. | No blood clot.
          not excluded      | Doctor: Pneumonia can't be excluded.                                            | Pneumonia cannot be excluded.  | No pneumonia.
          not excluded      | Doctor: We could not exclude a fracture.                                        | A fracture could not be excluded. | No fracture.
          own negator       | Patient: I can't catch my breath.                                               | Reports dyspnea.               | Denies dyspnea.
          own negator       | Patient: I can't sleep at all.                                                  | Reports insomnia.              | Denies insomnia.
          own negator       | Patient: I have no energy.                                                      | Reports fatigue.               | Denies fatigue.
          but               | Doctor: Any nausea or vomiting? / Patient: No nausea but I do have vomiting.    | Reports vomiting.              | Denies vomiting.
          but               | Doctor: Any cough or fever? / Patient: No cough but I have a fever.             | Reports fever.                 | Denies fever.
          but               | Patient: I don't have chest pain but my back hurts.                             | Denies chest pain.             | Reports chest pain.
          companion         | Doctor: How is Mia? / Mother: She has a rash. I take sertraline.                | Mia has a rash.                | The patient takes sertraline.
          companion         | Patient: My knee hurts. / Wife: I have asthma myself.                           | Reports knee pain.             | The patient has asthma.
          companion         | Doctor: How is Ben? / Father: He has an earache. I use albuterol.               | Ben has an earache.            | The patient uses albuterol.
          relative          | Patient: My brother has diabetes. He takes metformin.                           | Brother has diabetes.          | The patient takes metformin.
          relative          | Patient: My aunt had lupus. She used prednisone.                                | Aunt had lupus.                | The patient used prednisone.
          relative          | Doctor: How is your sister? / Patient: She has asthma and I don't.              | Sister has asthma.             | The patient has asthma.
          condition         | Doctor: If it grows, we'll do a biopsy. / Patient: And if not? / Doctor: We leave it. | If it grows, a biopsy will be done. | A biopsy will be done.
          condition         | Doctor: Should you get chest pain, go to the emergency room.                  | Go to the emergency room for chest pain. | The patient has chest pain.
          pet               | Patient: My dog has been coughing. / Doctor: And you? / Patient: No cough.      | Denies cough.                  | The patient has a cough.
          pet               | Patient: The cat's on antibiotics. My hand is red.                              | Her hand is red.               | She is taking antibiotics.
          stopped           | Patient: I smoked two packs a day for years and quit in May.                    | He quit smoking in May.        | He still smokes 2 packs a day.
          side              | Doctor: And the left knee? / Patient: The right knee was scoped last year.      | Right knee arthroscopy last year. | Left knee arthroscopy last year.
          change            | Doctor: Your A1c came down from 8.2 to 7.1.                                     | A1c decreased from 8.2 to 7.1. | A1c from 7.1 to 8.2.
          range             | Doctor: Take it every four to six hours.                                        | Take it every 4 to 6 hours.    | Take it in 4 to 6 weeks.
          grade             | Doctor: There is one plus edema in both legs.                                   | 1+ edema in both legs.         | 3+ edema in both legs.
          paraphrase        | Patient: I am having trouble breathing.                                         | Reports dyspnea.               | Denies dyspnea.
          paraphrase        | Doctor: Your oxygen is 95 percent.                                              | SpO2 95%.                      | SpO2 85%.
          paraphrase        | Doctor: I want to see you back in four weeks.                                   | Follow up in 4 weeks.          | Follow up in 6 weeks.
          age at an event   | Patient: My father died of a heart attack when he was 60 years old.             | His father died of a heart attack at 60. | His father died of a heart attack at 70.
          age at an event   | Patient: My mother had a stroke at 71 years old.                                | Mother had a stroke at 71.     | Mother had a stroke at 61.
          age at an event   | Patient: My brother died when he was forty-five. It was a heart attack.         | Brother died of a heart attack at age 45. | Brother died of a heart attack at age 54.
          oxygen            | Doctor: Oxygen's 96. Blood pressure is 120 over 80.                             | Oxygen saturation 96%.         | Oxygen saturation 80%.
          oxygen            | Doctor: O2 is ninety-six on room air.                                           | Oxygen saturation 96% on room air. | Oxygen saturation 92%.
          oxygen            | Doctor: You're satting 96 percent.                                              | Oxygen saturation 96%.         | Oxygen saturation 86%.
          self-harm         | Doctor: Are you suicidal? / Patient: Yes. / Doctor: So no plan? / Patient: No plan, no. | Denies plan.           | The patient has a plan.
          self-harm         | Doctor: Are you suicidal? / Patient: Yes. / Doctor: Any intent? / Patient: No.  | Denies intent.                 | Reports intent.
          self-harm         | Doctor: Do you have a plan? / Patient: No.                                      | Denies any plan.               | Reports a plan.
          no illness        | Doctor: Do you have any medical problems? / Patient: No.                        | Denies past medical history.   | Reports asthma.
          no illness        | Doctor: Any past medical history? / Patient: Nope.                              | No chronic illnesses.          | History of diabetes.
          no illness        | Doctor: Any health problems? / Patient: Yes, asthma.                            | The patient has asthma.        | Denies health problems.
          two clinicians    | Dr. Lee: Any fever? / Dr. Roy: No.                                              | Denies fever.                  | Reports fever.
          two clinicians    | Dr. Lee: Is she on steroids? / Dr. Roy: Yes.                                    | She is on steroids.            | She is not on steroids.
          two clinicians    | Dr. Lee: Does he have asthma? / Dr. Roy: Yes, since 2010.                       | He has asthma.                 | He does not have asthma.
          """)
  void whatIsMeantIsSupportedAndNothingElse(String kind, String said, String so, String not) {
    assertThat(support(said, so)).as("%s, which is so", kind).isEqualTo(Support.SUPPORTED);
    assertThat(support(said, not))
        .as("%s, which is not so", kind)
        .isIn(Support.UNCERTAIN, Support.UNSUPPORTED);
  }
}
