package io.github.ambientgpt.core.compose;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the built-in composer makes of what was said. */
class ComposedNoteTest {
  @Test
  void thePatientIsSpokenOfInTheThirdPerson() {
    assertThat(texts(soap(Visits.cough()), "Subjective"))
        .anyMatch(text -> text.contains("has had a bad cough for 2 weeks and their chest hurts"));
  }

  @Test
  void aQuestionAndItsNoBecomeOneDenialThatRestsOnBoth() {
    assertThat(soap(Visits.cough()).statements())
        .filteredOn(s -> s.text().equals("Denies fever."))
        .singleElement()
        .satisfies(s -> assertThat(s.utterances()).containsExactly("u3", "u4"));
  }

  @Test
  void aQuestionAndItsYesBecomeOneReport() {
    assertThat(texts(soap(Visits.cough()), "Subjective"))
        .anyMatch(text -> text.startsWith("Reports shortness of breath"));
  }

  @Test
  void vitalsAndFindingsStandUnderObjective() {
    assertThat(texts(soap(Visits.cough()), "Objective"))
        .anyMatch(text -> text.contains("130 over 80"))
        .anyMatch(text -> text.contains("crackles in the left lung"));
  }

  @Test
  void prescriptionsStandUnderThePlanAsOrders() {
    assertThat(texts(soap(Visits.cough()), "Plan"))
        .contains("Prescribe amoxicillin 500 mg 3 times a day for 7 days.");
  }

  @Test
  void smallTalkIsLeftOut() {
    assertThat(soap(Visits.cough()).statements())
        .noneMatch(
            s ->
                s.text().contains("game")
                    || s.text().contains("fun")
                    || s.text().contains("morning"));
  }

  @Test
  void noFirstPersonAndNoFillerIsLeft() {
    assertThat(soap(Visits.cough()).statements())
        .noneMatch(s -> s.text().matches(".*\\b(I|I'm|my|me|we|um|uh|okay|you|your)\\b.*"));
  }

  @Test
  void whatWasSaidTwiceIsWrittenOnce() {
    Transcript transcript =
        Visits.of(
            "D: What happened?",
            "P: I hurt my left knee. I hurt my left knee on Sunday.",
            "D: Okay.",
            "P: Yeah, I hurt my left knee.");

    assertThat(texts(soap(transcript), "Subjective"))
        .filteredOn(text -> text.contains("knee") && text.contains("hurt"))
        .hasSize(1);
  }

  @Test
  void aCorrectionIsObeyed() {
    Transcript transcript =
        Visits.of(
            "D: Which one hurts?",
            "P: My right knee hurts, sorry, my left knee hurts when I walk down stairs.");

    assertThat(soap(transcript).statements())
        .noneMatch(s -> s.text().contains("right"))
        .anyMatch(s -> s.text().contains("left knee"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Take ibuprofen 400 mg twice a day.                  | Take ibuprofen 400 mg twice a day.
          Stop the aspirin.                                   | Stop the aspirin.
          Do not take ibuprofen.                              | Do not take ibuprofen.
          I don't think that we need to repeat the pap smear. | There is no need to repeat the pap smear.
          I'll treat you with penicillin, or, I'm sorry, amoxicillin 500 mg. | Treat the patient with amoxicillin 500 mg.
          """)
  void anOrderIsKeptAsItWasGiven(String said, String written) {
    Transcript transcript = Visits.of("P: I have had a cough for a week.", "D: " + said);

    assertThat(soap(transcript).statements()).extracting(Statement::text).contains(written);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Any fever?                               | No, well, actually yes, last night.           | Reports fever, last night.   | Denies fever
          Any chest pain or shortness of breath?   | No chest pain, but I do get short of breath.  | Denies chest pain.           | Denies chest pain or
          Any nausea or vomiting?                  | No. Maybe a bit of nausea.                    | ~                            | Denies nausea
          Any allergies?                           | Penicillin.                                   | Allergic to penicillin.      | ~
          Does your mother have diabetes?          | Yes.                                          | Their mother has diabetes.   | ~
          Any swelling?                            | Yes, in my left leg.                          | Reports swelling, in their left leg. | Denies
          """,
      nullValues = "~")
  void anAnswerIsTakenWhole(String question, String answer, String written, String never) {
    Transcript transcript =
        Visits.of("P: I have had a cough for a week.", "D: " + question, "P: " + answer);

    List<String> texts = soap(transcript).statements().map(Statement::text).toList();
    if (written != null) {
      assertThat(texts).contains(written);
    }
    if (never != null) {
      assertThat(texts).noneMatch(text -> text.startsWith(never));
    }
  }

  @Test
  void whatTheClinicianSaysThePatientIsHereForIsTheComplaint() {
    Transcript transcript =
        Visits.of(
            "D: How are you?",
            "P: I'm a little sore.",
            "D: Bryan is a 55-year-old male who presents with back pain. What happened?",
            "P: I moved a refrigerator five days ago.");

    assertThat(soap(transcript).statements())
        .filteredOn(s -> s.topic().equals("Chief complaint"))
        .extracting(Statement::text)
        .containsExactly("Back pain.");
  }

  @Test
  void anIllnessOfTheHouseholdIsNoComplaint() {
    Transcript transcript =
        Visits.of("D: What brings you in?", "P: My wife has the flu. I have a sore throat.");

    assertThat(soap(transcript).statements())
        .filteredOn(s -> s.topic().equals("Chief complaint"))
        .extracting(Statement::text)
        .containsExactly("Sore throat.");
  }

  @Test
  void aSentenceThatWasInterruptedIsWhole() {
    Transcript transcript =
        Visits.of(
            "P: My back hurts since Monday.",
            "D: Now my assessment and plan. I'd like to order an mri-",
            "P: Mm-hmm.",
            "D: of the lumbar spine.");

    assertThat(texts(soap(transcript), "Plan")).contains("Order an MRI of the lumbar spine.");
  }

  @ParameterizedTest
  @MethodSource("templates")
  void everyTemplateIsFilledWithNothingLost(Template template) {
    Note note = NotePipeline.builtin().write(Visits.cough(), template, Monitor.NONE);

    assertThat(note.template()).isEqualTo(template.name());
    assertThat(note.statements()).anyMatch(s -> s.text().contains("amoxicillin 500 mg"));
    assertThat(note.statements()).anyMatch(s -> s.text().contains("bad cough"));
    assertThat(note.sections())
        .allMatch(s -> template.sections().stream().anyMatch(t -> t.title().equals(s.title())));
  }

  static List<Template> templates() {
    return Templates.builtin().all();
  }

  @ParameterizedTest
  @CsvSource({"D:,P:", "?:,?:", "P:,D:"})
  void theSameNoteComesWithoutLabelsOrWithThemSwapped(String clinician, String patient) {
    String[] turns =
        Visits.cough().utterances().stream()
            .map(u -> (u.speaker().label().equals("doctor") ? clinician : patient) + u.text())
            .toArray(String[]::new);

    assertThat(texts(soap(Visits.of(turns)), "Plan"))
        .contains("Prescribe amoxicillin 500 mg 3 times a day for 7 days.");
  }

  private static Note soap(Transcript transcript) {
    return NotePipeline.builtin().write(transcript, Templates.builtin().get("SOAP"), Monitor.NONE);
  }

  private static List<String> texts(Note note, String section) {
    return note.sections().stream()
        .filter(s -> s.title().equals(section))
        .flatMap(s -> s.statements().stream())
        .map(Statement::text)
        .toList();
  }
}
