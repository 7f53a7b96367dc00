package io.github.ambientgpt.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.cleaning.CleanStage;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is drafted of small visits as people speak, before the checker reads it. */
class SpokenVisitsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what was asked in the negative
          Doctor: You haven't had any fever, have you? / Patient: No, I haven't.          | Denies fever.
          Doctor: No vomiting? / Patient: Right.                                          | Denies vomiting.
          Doctor: No blood in your stool? / Patient: Correct.                             | Denies blood in their stool.
          Doctor: You don't smoke, do you? / Patient: No.                                 | The patient does not smoke.
          Doctor: Not allergic to anything? / Patient: Yes, to sulfa.                     | Allergic to sulfa.
          Doctor: You aren't taking any blood thinners, are you? / Patient: No.           | not taking any blood thinners
          # what the answer names
          Doctor: Any allergies? / Patient: Yes, latex and shellfish.                     | Allergic to latex and shellfish.
          Doctor: Are you allergic to anything? / Patient: Yes, to penicillin.            | Allergic to penicillin.
          Doctor: Do you take anything? / Patient: Yes, lisinopril and metformin.         | takes lisinopril and metformin
          Doctor: Do you take any medications? / Patient: No, just aspirin.               | takes aspirin
          Doctor: Do you smoke? / Patient: I quit ten years ago.                          | quit smoking 10 years ago
          # who relays an answer
          Doctor: Has she vomited? / Interpreter: She says no, but she has had diarrhea.  | She has not vomited.
          Doctor: Does she have a fever? / Interpreter: She says yes, since yesterday.    | fever, since yesterday
          Doctor: Does he have chest pain? / Interpreter: He says no.                     | He does not have chest pain.
          # what "not" belongs to
          Doctor: How is the baby? / Mother: She is not feeding well.                     | She is not feeding well.
          Doctor: How is the baby? / Mother: He does not breathe well at night.           | He does not breathe well at night.
          Doctor: How is he? / Mother: He doesn't always cough.                           | He does not always cough.
          # an illness goes before small talk
          Doctor: Hello. / Patient: I vomited blood at the restaurant last night.         | The patient vomited blood at the restaurant last night.
          Doctor: Hello. / Patient: I fainted at my daughter's wedding.                   | fainted at their daughter's wedding
          Doctor: Hello. / Patient: My shoulder hurts since the soccer game.              | shoulder hurts since the soccer game
          # of two people
          Doctor: Hello. / Patient: My mother had breast cancer, but I have high blood pressure. | The patient has high blood pressure.
          Doctor: Hello. / Patient: My brother had a stroke. He takes warfarin.           | Their brother takes warfarin.
          Doctor: How is your sister? / Patient: She has diabetes.                        | Their sister has diabetes.
          # a possibility and a condition
          Doctor: I may order an MRI if it doesn't improve.                               | May order an MRI if it does not improve.
          Doctor: I might start you on lisinopril.                                        | May start
          Doctor: Unless the x-ray is normal, I'll refer you to orthopedics.              | Unless the x-ray is normal
          Doctor: We may not need to do surgery on your knee.                             | May not need to do surgery
          Doctor: If the pain comes back, call 911.                                       | If the pain comes back, call 911.
          Doctor: Take nitroglycerin only if you have chest pain.                         | only if the patient has chest pain
          # habits and reactions, asked and answered in a few words
          Doctor: Does he drink alcohol? / Patient: Two beers a day.                      | drinks two beers a day
          Doctor: Do you smoke? / Patient: A pack a day.                                  | smokes a pack a day
          Doctor: Any drug allergies? / Patient: Amoxicillin gives me hives.              | ALLERGIES: Amoxicillin gives the patient hives.
          Doctor: Hello. / Patient: My dad had a stroke. He takes warfarin, and I take atorvastatin. | MEDICATIONS: The patient takes atorvastatin.
          Doctor: Do you smoke? / Husband: I smoke a pack a day. / Patient: I quit ten years ago. | The patient quit 10 years ago.
          # numbers and corrections
          Doctor: I'll give you ibuprofen 400-600 milligrams every 6-8 hours.             | 400-600 mg every 6-8 hours
          Doctor: Start naproxen 250, I mean 500 milligrams twice a day.                  | naproxen 500 mg twice a day
          Doctor: Hello. / Patient: My knee has hurt for two weeks. No wait, three weeks. | for 3 weeks
          Doctor: He has 1+ edema.                                                        | 1+ edema
          # what is read out of a test, wherever it is said
          Doctor: So your hemoglobin A1c here is 8, so I think it's something we'll have to talk about. | RESULTS: The hemoglobin A1c here is 8.
          Doctor: We were able to get a CT of your side and it showed that you do have a stone. | RESULTS: CT showed a stone.
          Doctor: Your lyme titer is a little elevated, so I think we'll look into that.  | RESULTS: The lyme titer is a little elevated.
          Doctor: We did the echocardiogram. It does show mild mitral regurgitation.      | RESULTS: Echocardiogram shows mild mitral regurgitation.
          Doctor: We got the x-ray. It doesn't show a fracture.                           | RESULTS: X-ray does not show a fracture.
          Doctor: The ultrasound didn't show any gallstones.                              | did not show any gallstones
          # some of it is there, whatever was denied before
          Doctor: Have you noticed any fever or chills? / Patient: No fever, some chills. | has some chills
          Doctor: Any nausea or vomiting? / Patient: No vomiting, a little nausea.        | has a little nausea
          Doctor: Any swelling or numbness? / Patient: No numbness, just a little swelling. | just a little swelling
          """)
  void whatIsMeantIsDrafted(String said, String drafted) {
    assertThat(drafted(said)).contains(drafted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Doctor: Are you allergic to anything? / Patient: Yes.                           | anything
          Doctor: No vomiting? / Patient: Right.                                          | Reports
          Doctor: How is Leo? / Mother: He has a fever. I take sertraline.                | sertraline
          Doctor: How is Leo? / Mother: He has a fever. I had a cold last week.           | cold
          Doctor: Hello. / Husband: She snores. I have sleep apnea myself.                | apnea
          Doctor: Do you smoke? / Husband: I smoke a pack a day. / Patient: I quit.       | pack
          Doctor: How is your sister? / Patient: She has diabetes and I don't.            | CHIEF_COMPLAINT
          Doctor: Hello. / Patient: My internet is dying. My phone battery is at two percent. | percent
          Doctor: Your video is frozen. / Patient: Sorry, my wifi is bad. The screen keeps freezing. | freezing
          Doctor: I may order an MRI if it doesn't improve.                               | Order an MRI
          Doctor: Hello. / Patient: Our dog has diabetes. He needs insulin. My back hurts. | insulin
          Doctor: We may not need to do surgery on your knee.                             | not surgery
          Doctor: I'm hoping that the stress test will be normal.                         | normal
          Doctor: He may need surgery.                                                    | PAST_HISTORY
          Doctor: I don't think that the x-ray shows a fracture.                          | RESULTS: X-ray shows
          Doctor: Your mother's CT showed a tumor.                                        | RESULTS
          Doctor: Your sister's mammogram showed a cancer.                                | CHIEF_COMPLAINT
          Doctor: Your father's stroke was ten years ago.                                 | CHIEF_COMPLAINT
          Doctor: The x-ray may show a fracture.                                          | X-ray show
          Doctor: The ultrasound didn't show any gallstones.                              | Ultrasound show
          Doctor: I'll order an x-ray to see if it shows a fracture.                      | RESULTS
          Doctor: Have you noticed any fever or chills? / Patient: No fever, some chills. | Denies fever some
          """)
  void whatIsNotMeantIsNotDrafted(String said, String wrong) {
    assertThat(drafted(said)).doesNotContain(wrong);
  }

  private static String drafted(String said) {
    var transcript = TranscriptReader.parse(said.replace(" / ", "\n"), "visit.txt");
    var conversation = new CleanStage().run(transcript, Monitor.NONE);
    return new ExtractStage(transcript)
        .run(conversation, Monitor.NONE).all().stream()
            .map(fact -> fact.content() + ": " + fact.text())
            .collect(Collectors.joining("\n"));
  }
}
