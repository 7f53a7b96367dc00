package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlterationTest {
  private static final Said NOTHING = new Said("", List.of("12", "98"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dose              | Start Crestor 20 mg daily.                  | Start Crestor 30 mg daily.
          unit              | Start Crestor 20 mg daily.                  | Start Crestor 20 mcg daily.
          vital             | Blood pressure is 128/72.                   | Blood pressure is 168/72.
          age               | A 40-year-old man.                          | A 52-year-old man.
          moved-number      | He slept 5 hours.                           | He slept 98 hours.
          side              | Right knee pain.                            | Left knee pain.
          laterality        | Bilateral edema of the legs.                | Exclusively left-sided edema of the legs.
          frequency         | Ibuprofen twice a day.                      | Ibuprofen once a day.
          dose-direction    | Increase Lasix to 80 mg.                    | Decrease Lasix to 80 mg.
          stopped           | Continue lisinopril 20 mg.                  | Stop lisinopril 20 mg.
          done              | MRI of left shoulder will be ordered.       | MRI of left shoulder was done last week.
          resulted          | A lipid panel was ordered.                  | A lipid panel came back normal.
          planned           | X-ray of the knee shows no fracture.        | X-ray of the knee will be ordered.
          certainty         | We may consider an injection.               | We will proceed with an injection.
          doubt             | She has a history of asthma.                | She has a possible history of asthma.
          trend             | Her back pain improves.                     | Her back pain worsens.
          time-relation     | Pain is worse after meals.                  | Pain is worse before meals.
          duration          | Follow up in 2 weeks.                       | Follow up in 2 years.
          condition-dropped | If it fails, we will order an MRI.          | We will order an MRI.
          denial-removed    | Denies chest pain.                          | Reports chest pain.
          denial-added      | She reports chest pain.                     | She denies chest pain.
          normality         | Lungs are clear.                            | Lungs are full of wheezes.
          severity          | Mild swelling of the knee.                  | Severe swelling of the knee.
          """)
  void aTrueStatementIsMadeFalseInOnePlace(String kind, String statement, String altered) {
    assertThat(alteration(kind).of(statement, NOTHING)).contains(altered);
  }

  @Test
  void whatWasSaidInTheVisitIsNotWhatAStatementIsAlteredTo() {
    Said said = new Said(" does your ankle hurt as well ", List.of());

    assertThat(alteration("site").of("Right knee pain.", NOTHING)).contains("Right ankle pain.");
    assertThat(alteration("site").of("Right knee pain.", said)).isEmpty();
  }

  @Test
  void whereThereIsNothingOfAKindNothingIsAltered() {
    assertThat(Alteration.all())
        .filteredOn(alteration -> !alteration.kind().startsWith("invented"))
        .allSatisfy(
            alteration ->
                assertThat(alteration.of("Sees Anna.", NOTHING)).isEqualTo(Optional.empty()));
  }

  @Test
  void thereAreAtLeastTwentyKinds() {
    assertThat(Alteration.all()).extracting(Alteration::kind).doesNotHaveDuplicates();
    assertThat(Alteration.all()).hasSizeGreaterThanOrEqualTo(20);
  }

  private static Alteration alteration(String kind) {
    return Alteration.all().stream().filter(a -> a.kind().equals(kind)).findFirst().orElseThrow();
  }
}
