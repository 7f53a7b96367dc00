package io.github.ambientgpt.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClinicalReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # a term that holds its own negator is affirmed
          P: I can't catch my breath.                        | dyspnea       | AFFIRMED
          P: I have no energy.                               | fatigue       | AFFIRMED
          P: I can't sleep.                                  | insomnia      | AFFIRMED
          # a denial ends at "but"
          P: No fever but I do have chills.                  | chills        | AFFIRMED
          P: No fever but I do have chills.                  | fever         | NEGATED
          # a question and its answer
          D: Any fever? P: No.                               | fever         | NEGATED
          D: Any fever? P: Yes.                              | fever         | AFFIRMED
          D: Any fever? P: My leg is heavy.                  | fever         | OPEN
          D: No vomiting? P: Right.                          | vomiting      | NEGATED
          D: You haven't had any fever, have you? P: No, I haven't. | fever  | NEGATED
          D: Haven't you had any fever? P: Yes.              | fever         | AFFIRMED
          D: Any nausea or vomiting? P: No nausea, but some vomiting. | vomiting | AFFIRMED
          # each item with its own reply
          D: Any nausea or vomiting? P: Nausea, yes, vomiting, no. | nausea  | AFFIRMED
          D: Any nausea or vomiting? P: Nausea, yes, vomiting, no. | vomiting | NEGATED
          # what is had, done or taken, is
          D: And the flu shot? P: I got that in October.     | influenza vaccine | AFFIRMED
          # what is not excluded is not denied
          D: I can't exclude pneumonia.                      | pneumonia     | AFFIRMED
          D: Pneumonia cannot be ruled out.                  | pneumonia     | AFFIRMED
          D: We ruled out pneumonia.                         | pneumonia     | NEGATED
          # how it is not, and not that it is not
          P: I'm not always dizzy.                           | dizziness     | AFFIRMED
          """)
  void mentionsAreAffirmedOrDenied(String said, String concept, Polarity polarity) {
    assertThat(assertion(said, concept).polarity()).isEqualTo(polarity);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: My sister has asthma.                             | asthma     | sister
          P: My sister has asthma. She uses albuterol.         | albuterol  | sister
          P: My mother had breast cancer, but I have high blood pressure. | hypertension | ''
          P: My mom says I have a rash.                        | rash       | ''
          D: Does asthma run in your family? P: Yes, my dad.   | asthma     | family
          D: How is your sister? P: She has diabetes.          | diabetes mellitus | sister
          Mother: He's had a fever. I take sertraline.         | sertraline | mother
          Mother: I think he has a fever.                      | fever      | ''
          Mother: My son has a fever.                          | fever      | ''
          Husband: She snores. I have sleep apnea myself.      | sleep apnea | husband
          Interpreter: She has had diarrhea.                   | diarrhea   | ''
          P: My dog has seizures.                              | seizure    | dog
          """)
  void mentionsBelongToSomebody(String said, String concept, String relation) {
    assertThat(assertion(said, concept).experiencer()).isEqualTo(new Experiencer(relation));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D: If you get a rash, call me.                       | rash       | CONDITIONAL
          D: Only if the antibodies are positive, we start insulin. | insulin | CONDITIONAL
          P: I quit drinking beer.                             | alcohol    | STOPPED
          P: I used to take lisinopril.                        | lisinopril | STOPPED
          P: I smoked for thirty years and quit in May.        | tobacco    | STOPPED
          D: It doesn't rule out a clot, so I want a CT scan.  | computed tomography | PLANNED
          D: Go to the emergency room for any chest pain.      | chest pain | CONDITIONAL
          D: I'll order an MRI.                                | magnetic resonance imaging | PLANNED
          P: They did an MRI.                                  | magnetic resonance imaging | DONE
          D: I reviewed the MRI.                               | magnetic resonance imaging | RESULTED
          D: She declined the MRI.                             | magnetic resonance imaging | DECLINED
          """)
  void mentionsHaveAStatus(String said, String concept, Status status) {
    assertThat(assertion(said, concept).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          P: My cough is getting worse.         | cough | WORSE
          P: My cough is better.                | cough | BETTER
          P: My cough is not getting better.    | cough | SAME
          P: I have a cough.                    | cough | UNSAID
          """)
  void mentionsHaveATrend(String said, String concept, Trend trend) {
    assertThat(assertion(said, concept).trend()).isEqualTo(trend);
  }

  @Test
  void notWellIsNotNot() {
    Clause clause = ClinicalReader.english().statement("He does not breathe well.");

    assertThat(polarity(clause, "breathe")).isEqualTo(Polarity.AFFIRMED);
    assertThat(polarity(clause, "well")).isEqualTo(Polarity.NEGATED);
  }

  @Test
  void aDoseBelongsToTheDrugBeforeIt() {
    Clause clause =
        ClinicalReader.english().statement("Lisinopril 20 mg daily and metformin 500 mg.");

    assertThat(clause.amounts(Amount.Kind.QUANTITY))
        .extracting(a -> a.owner().orElseThrow().concept().name() + " " + a.name())
        .containsExactly("lisinopril 20", "metformin 500");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a pack and a half a day       | 1.5 pack
          maybe a year and a half ago   | 1.5 y
          two and a half weeks          | 2.5 wk
          half a cc of lidocaine        | 0.5 mL
          settles in half an hour       | 0.5 h
          a quarter of a tablet         | 0.25 tablet
          a thousand milligrams         | 1000 mg
          a fortnight ago               | 1 fortnight
          six, eight weeks              | 6 wk, 8 wk
          3, 3 and a half pounds        | 3 lb, 3.5 lb
          this one plus edema           | 1 +
          3+ edema                      | 3 +
          stage III                     | 3 stage
          saturation 97%                | 97 %
          """)
  void amountsAreReadAsPeopleSayThem(String said, String amounts) {
    assertThat(
            ClinicalReader.english()
                .statement(said)
                .amounts(Amount.Kind.QUANTITY)
                .map(
                    a -> a.name() + " " + a.quantity().orElseThrow().unit().orElseThrow().symbol()))
        .containsExactly(amounts.split(", "));
  }

  private static Polarity polarity(Clause clause, String word) {
    int at = clause.words().list().stream().map(t -> t.text()).toList().indexOf(word);
    return clause.assertions().get(at).polarity();
  }

  private static Assertion assertion(String said, String concept) {
    Reading reading =
        ClinicalReader.english()
            .read(Visits.of(said.split(" (?=[DP]: |[A-Z][a-z]+: )")), Monitor.NONE);
    List<Mention> mentions =
        reading.clauses().stream()
            .flatMap(clause -> clause.mentions().stream())
            .filter(mention -> mention.concept().name().equals(concept))
            .toList();
    assertThat(mentions)
        .as(
            "%s among %s",
            concept,
            reading.clauses().stream()
                .flatMap(c -> c.mentions().stream())
                .map(m -> m.concept().name())
                .toList())
        .isNotEmpty();
    return mentions.get(0).assertion();
  }
}
