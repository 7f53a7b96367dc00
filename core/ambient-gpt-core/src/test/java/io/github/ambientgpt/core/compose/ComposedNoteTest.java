package io.github.ambientgpt.core.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Template;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.util.List;
import java.util.Locale;
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
        .anyMatch(text -> text.contains("130/80"))
        .anyMatch(text -> text.contains("crackles in the left lung"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Doctor: And insulin? / Patient: Lantus 20 units in the morning and 10 units at bedtime. | Lantus 20 units in the morning and 10 units at bedtime.
          Doctor: And insulin? / Patient: Levemir 15 units in the morning and 25 units at bedtime. | Levemir 15 units in the morning and 25 units at bedtime.
          Doctor: And insulin? / Patient: Humalog 8 units in the morning, 6 units at night. | Humalog 8 units in the morning, 6 units at night.
          """)
  void allDosesOfOneDrugStandInItsLine(String said, String line) {
    Transcript transcript = TranscriptReader.parse(said.replace(" / ", "\n"), "visit.txt");
    assertThat(soap(transcript).statements()).extracting(Statement::text).contains(line);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Doctor: We'll get you some Motrin. We'll give you 600 milligrams every six hours.  | 600 mg
          Doctor: I'll order some Zofran. We'll give you 4 milligrams every eight hours.     | 4 mg
          Doctor: We'll get you some naproxen. We'll give you 500 milligrams every 12 hours. | 500 mg
          """)
  void aDoseThatIsSaidApartFromItsDrugIsWrittenOnce(String said, String dose) {
    Transcript visit = TranscriptReader.parse("Doctor: Here is my plan.\n" + said, "visit.txt");
    assertThat(texts(soap(visit), "Plan"))
        .filteredOn(text -> text.contains(dose))
        .singleElement()
        .satisfies(text -> assertThat(text).containsPattern("Motrin|Zofran|[Nn]aproxen"));
  }

  @Test
  void prescriptionsStandUnderThePlanAsOrders() {
    assertThat(texts(soap(Visits.cough()), "Plan"))
        .contains("Prescribe amoxicillin 500 mg 3 times a day for 7 days.");
  }

  @Test
  void anAssessmentOpensWithThePatientAsTheClinicianPresentedThem() {
    String said =
        """
        Doctor: Maria is a 44-year-old female with a history of gout who presents with knee pain.
        Patient: My knee hurts when I walk.
        Doctor: For your first problem of knee pain, I will prescribe naproxen 500 mg twice a day.
        """;
    Transcript visit = TranscriptReader.parse(said, "visit.txt");
    String presented =
        "Maria is a 44-year-old female with a history of gout who presents with knee pain.";
    assertThat(texts(soap(visit), "Assessment")).first().isEqualTo(presented);
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
          Hey Dragon, order an autoimmune panel.              | Order an autoimmune panel.
          I want to order an MRI of your knee, okay?          | Order an MRI of their knee.
          We have you on Norvasc 5 milligrams once a day.     | The patient is on Norvasc 5 mg once a day.
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

  @Test
  void denialsAreOneListThatRestsOnEveryAnswer() {
    Transcript transcript =
        Visits.of(
            "P: I have had a cough for a week.",
            "D: Any fever or chills?",
            "P: No.",
            "D: Nausea?",
            "P: I take it with food.",
            "D: Do you have any headaches?",
            "P: No.");

    assertThat(soap(transcript).statements())
        .filteredOn(s -> s.text().startsWith("Denies"))
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.text()).isEqualTo("Denies fever, chills or headaches.");
              assertThat(s.utterances()).containsExactly("u2", "u3", "u6", "u7");
            });
  }

  @Test
  void whatWasNeverDoneIsNotDeniedLikeASymptom() {
    Transcript transcript =
        Visits.of("P: I have had a cough for a week.", "D: Have you had a colonoscopy?", "P: No.");

    assertThat(soap(transcript).statements())
        .extracting(Statement::text)
        .contains("The patient has not had a colonoscopy.");
  }

  @Test
  void eachProblemHasItsOwnAssessmentAndOrders() {
    Transcript transcript =
        Visits.of(
            "P: My knee hurts.",
            "D: So let's go over my assessment and plan. For your first problem of knee pain, I"
                + " think this is an exacerbation of your arthritis. I'd like to prescribe"
                + " ibuprofen 400 milligrams, okay? For your second problem, your hypertension, I"
                + " want you to continue lisinopril 20 milligrams.");

    assertThat(soap(transcript).statements())
        .extracting(Statement::topic, Statement::text)
        .contains(
            tuple("Knee pain", "Exacerbation of their arthritis."),
            tuple("Knee pain", "Prescribe ibuprofen 400 mg."),
            tuple("Hypertension", "The patient is to continue lisinopril 20 mg."));
  }

  @Test
  void aProblemIsTurnedToWhereNobodyWroteThePunctuation() {
    Transcript transcript =
        Visits.of(
            "P: My knee hurts.",
            "D: okay so my assessment and plan for your first problem of knee pain i'm gonna order"
                + " an x-ray of your knee now for your second problem of hypertension i'm gonna"
                + " have you continue lisinopril 20 milligrams a day");

    assertThat(soap(transcript).statements())
        .filteredOn(s -> s.text().contains("lisinopril"))
        .extracting(Statement::topic)
        .containsExactly("Hypertension");
  }

  @Test
  void findingsOfALongTurnStandUnderObjective() {
    Transcript transcript =
        Visits.of(
            "P: My foot hurts since yesterday.",
            "D: okay i'd like to do a quick physical exam blood pressure was one eighteen over"
                + " seventy two heart rate was fifty eight on your heart exam regular rate and"
                + " rhythm without murmurs there is tenderness to palpation of your midfoot i'd"
                + " like to review your x-ray there is no fracture so let me talk to you about my"
                + " assessment and plan i think you have a sprain i'm gonna prescribe ibuprofen");
    Note note = soap(transcript);

    assertThat(texts(note, "Objective"))
        .contains(
            "Blood pressure was 118/72.",
            "Heart rate was 58.",
            "There is tenderness to palpation of the midfoot.",
            "There is no fracture.");
    assertThat(texts(note, "Assessment")).allMatch(text -> text.contains("sprain"));
  }

  @Test
  void aPatientWhoIsKnownToBeAManIsHe() {
    Transcript transcript =
        Visits.of(
            "D: Bryan is a 55-year-old male who presents with back pain. What happened?",
            "P: I moved a refrigerator five days ago. I took some ibuprofen on Sunday.");

    assertThat(texts(soap(transcript), "Subjective"))
        .contains("He moved a refrigerator 5 days ago.", "He took some ibuprofen on Sunday.");
  }

  @Test
  void whatAnotherHasIsNotThePatients() {
    Transcript transcript =
        Visits.of(
            "D: What brings you in?", "P: I have a sore throat. My son is sick. He has a fever.");

    assertThat(soap(transcript).statements())
        .extracting(Statement::text)
        .contains("Their son has a fever.")
        .noneMatch(text -> text.startsWith("He has"));
  }

  @Test
  void anAnswerInThePatientsOwnWordsGoesBeforeAMereYes() {
    Transcript transcript =
        Visits.of(
            "P: I have had back pain for a week.",
            "D: Does it move anywhere or does it stay in one place?",
            "P: Yeah, it moved down to my right side.");

    assertThat(soap(transcript).statements())
        .extracting(Statement::text)
        .anyMatch(text -> text.contains("moved down to their right side"))
        .noneMatch(text -> text.contains("moves anywhere"));
  }

  @Test
  void theComplaintIsInTheThirdPersonWithWhereItIs() {
    assertThat(soap(Visits.of("P: I have some pain in my jaw since Monday.")).statements())
        .filteredOn(s -> s.topic().equals("Chief complaint"))
        .extracting(Statement::text)
        .containsExactly("Pain in their jaw.");
  }

  @Test
  void aSideThatThePatientPutsRightIsRight() {
    Transcript transcript =
        Visits.of(
            "D: I understand you're here for some right knee pain.",
            "P: It's not the right knee, it's the left knee. It gives out when I walk.");

    assertThat(soap(transcript).statements())
        .noneMatch(s -> s.text().toLowerCase(Locale.ROOT).contains("right knee pain"))
        .anyMatch(
            s -> s.text().equals("Left knee pain.") && s.utterances().equals(List.of("u1", "u2")));
  }

  @Test
  void aNegationIsNotCutFromWhatItDenies() {
    Transcript transcript =
        Visits.of(
            "P: I have had a cough for a week.",
            "D: okay let me do a quick physical exam so your heart has a nice regular rate and"
                + " rhythm i'm not hearing any murmurs there and your lungs are clear to"
                + " auscultation");

    assertThat(soap(transcript).statements())
        .noneMatch(s -> s.text().startsWith("Any"))
        .filteredOn(s -> s.text().contains("murmurs"))
        .allMatch(s -> s.text().matches(".*\\b(?:not|no)\\b.*"));
  }

  @Test
  void everyOnceInAWhileIsKeptWhole() {
    assertThat(soap(Visits.of("P: My knee hurts every once in a while.")).statements())
        .extracting(Statement::text)
        .contains("Their knee hurts every once in a while.");
  }

  @Test
  void theEmergencyRoomIsNoFiller() {
    assertThat(soap(Visits.of("P: My wife took me to the er because my chest hurt.")).statements())
        .extracting(Statement::text)
        .anyMatch(text -> text.contains("to the ER"));
  }

  @Test
  void anotherLanguageIsRefusedWithWhatToDo() {
    Transcript transcript =
        Visits.of(
            "D: Guten Morgen, was führt Sie heute zu mir?",
            "P: Ich habe seit zwei Wochen starken Husten und meine Brust tut weh.");

    assertThatThrownBy(() -> soap(transcript))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not English")
        .hasMessageContaining("Choose a language model");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          When my knee hurts I use naproxen and the swelling goes down.         | Naproxen.
          I use albuterol when I am short of breath and it helps.               | Albuterol.
          I am on lisinopril and my blood pressure has been good.               | Lisinopril.
          """)
  void whatIsTakenStandsOnTheListOfMedicationsWithoutADose(String said, String listed) {
    Transcript visit =
        TranscriptReader.parse("Doctor: How are you?\nPatient: " + said, "visit.txt");
    Note note =
        NotePipeline.builtin()
            .write(visit, Templates.builtin().get("History and Physical"), Monitor.NONE);
    assertThat(note.statements().map(Statement::text)).contains(listed);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          I stopped taking ibuprofen and my knee still hurts.                   | Ibuprofen.
          My mother takes warfarin and my knee still hurts.                     | Warfarin.
          I don't take aspirin and my knee still hurts.                         | Aspirin.
          """)
  void whatIsNotTakenStandsOnNoList(String said, String listed) {
    Transcript visit =
        TranscriptReader.parse("Doctor: How are you?\nPatient: " + said, "visit.txt");
    Note note =
        NotePipeline.builtin()
            .write(visit, Templates.builtin().get("History and Physical"), Monitor.NONE);
    assertThat(note.statements().map(Statement::text)).doesNotContain(listed);
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
