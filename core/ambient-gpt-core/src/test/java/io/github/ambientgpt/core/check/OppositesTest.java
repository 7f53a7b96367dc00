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

/** A statement as it was said, and with one word that says the opposite of the same thing. */
class OppositesTest {
  private static Support support(String said, String statement) {
    Note note =
        Note.draft(
            "SOAP",
            List.of(new Section("Plan", List.of(Statement.unchecked("", statement, List.of())))),
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
          side       | Doctor: You have swelling of both knees.                                     | Swelling of both knees.                     | Swelling of the left knee only.
          side       | Doctor: The lungs are clear. There is edema of the right ankle.              | Edema of the right ankle.                   | Bilateral ankle edema.
          side       | Patient: The ulcer is on my right foot. My left hand is fine.                | Ulcer on the right foot.                    | Ulcer on the left foot.
          level      | Doctor: You are tender over the lateral joint line of the right knee.        | Tenderness over the lateral joint line.     | Tenderness over the medial joint line.
          level      | Doctor: The MRI shows a herniated disc at L4-L5.                             | MRI shows a herniated disc at L4-L5.        | MRI shows a herniated disc at C5-C6.
          level      | Doctor: I see a lumbar strain.                                               | Lumbar strain.                              | Thoracic strain.
          severity   | Doctor: There is mild tenderness of the elbow.                               | Mild tenderness of the elbow.               | Severe tenderness of the elbow.
          severity   | Doctor: You have trace edema in your legs.                                   | Trace edema in the legs.                    | Massive edema in the legs.
          severity   | Patient: The headache is severe.                                             | Severe headache.                            | Mild headache.
          normality  | Doctor: Your blood pressure is elevated today.                               | Blood pressure is elevated.                 | Blood pressure is low.
          normality  | Doctor: The echocardiogram was normal.                                       | The echocardiogram was normal.              | The echocardiogram was abnormal.
          normality  | Doctor: Your hypertension is well controlled.                                | Hypertension is well controlled.            | Hypertension is uncontrolled.
          doubt      | Doctor: You have a history of asthma and gout.                               | History of asthma and gout.                 | Possible history of asthma and gout.
          doubt      | Doctor: The x-ray shows no fracture.                                         | The x-ray shows no fracture.                | The x-ray cannot exclude a fracture.
          doubt      | Doctor: You were diagnosed with psoriasis last year. The psoriasis is quiet. | Was diagnosed with psoriasis.               | Is suspected of having psoriasis.
          certainty  | Doctor: This might be pneumonia.                                             | This might be pneumonia.                    | This is proven to be pneumonia.
          certainty  | Doctor: It could be a meniscal tear.                                         | Possible meniscal tear.                     | Definite meniscal tear.
          certainty  | Doctor: We can consider a steroid injection.                                 | A steroid injection may be considered.      | A steroid injection will be given.
          planned    | Doctor: The x-ray that we took showed no fracture.                           | The x-ray showed no fracture.               | An x-ray will be ordered.
          planned    | Patient: I had a colonoscopy two years ago.                                  | Had a colonoscopy two years ago.            | Will undergo a colonoscopy.
          planned    | Patient: I take metformin. / Doctor: Keep taking the metformin.| Continue metformin.                         | Will start metformin.
          resulted   | Doctor: I will order a lipid panel.                                          | A lipid panel will be ordered.              | The lipid panel came back normal.
          resulted   | Doctor: Let us get an MRI of the knee next week.                             | An MRI of the knee will be obtained.        | The MRI of the knee came back normal.
          resulted   | Doctor: We will check your hemoglobin A1c.                                   | Hemoglobin A1c will be checked.             | Hemoglobin A1c came back normal.
          trend      | Patient: My depression has been doing well.                                  | Depression is doing well.                   | Depression is doing poorly.
          trend      | Patient: The pain is getting worse.                                          | The pain is getting worse.                  | The pain is improving.
          trend      | Doctor: Have you had any weight loss? / Patient: No.                         | Denies weight loss.                         | Denies weight gain.
          condition  | Doctor: If the strep test is positive, I will prescribe amoxicillin.         | Amoxicillin if the strep test is positive.  | I will prescribe amoxicillin.
          condition  | Doctor: Take Tylenol as needed.                                              | Tylenol as needed.                          | Tylenol around the clock.
          condition  | Doctor: We will do surgery only if the therapy fails.                        | Surgery if therapy fails.                   | Surgery will be done.
          stopped    | Patient: I take my metformin every day.                                      | Takes metformin every day.                  | No longer takes metformin.
          stopped    | Patient: I use albuterol.                                                    | Uses albuterol.                             | Has stopped using albuterol.
          stopped    | Doctor: Continue the lisinopril.                                             | Continue lisinopril.                        | Discontinue lisinopril.
          """)
  void whatSaysTheOppositeOfTheSameThingIsFlagged(
      String kind, String said, String same, String opposite) {
    assertThat(support(said, same)).as("%s, as it was said", kind).isEqualTo(Support.SUPPORTED);
    assertThat(support(said, opposite))
        .as("%s, the opposite", kind)
        .isIn(Support.UNCERTAIN, Support.UNSUPPORTED);
  }
}
