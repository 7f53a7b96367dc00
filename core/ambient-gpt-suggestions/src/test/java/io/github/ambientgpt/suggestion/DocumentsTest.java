package io.github.ambientgpt.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.contract.Visits;
import io.github.ambientgpt.core.contract.fake.PlayedModel;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import io.github.ambientgpt.core.transcript.Transcript;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DocumentsTest {
  private static Document write(Document.Kind kind, Transcript visit) {
    return Documents.builtin().write(kind, visit, Optional.empty(), Monitor.NONE);
  }

  private static List<String> texts(Note note) {
    return note.statements().map(Statement::text).toList();
  }

  @ParameterizedTest
  @EnumSource(Document.Kind.class)
  void every_document_is_a_draft_and_says_so(Document.Kind kind) {
    Document document = write(kind, Visits.cough());
    assertThat(document.note().status()).isEqualTo(Note.Status.DRAFT);
    assertThat(document.note().template()).isEqualTo(kind.title());
    assertThat(NoteFormat.MARKDOWN.write(document.note())).contains("DRAFT, not signed");
  }

  @ParameterizedTest
  @EnumSource(Document.Kind.class)
  void on_real_visits_the_checker_supports_every_statement(Document.Kind kind) throws IOException {
    for (Transcript visit : RealVisits.some(6)) {
      Document document = write(kind, visit);
      assertThat(document.note().statements()).isNotEmpty();
      assertThat(document.note().statements())
          .allSatisfy(s -> assertThat(s.support()).isEqualTo(Support.SUPPORTED));
    }
  }

  @Test
  void a_patients_summary_speaks_to_the_patient_in_plain_words() {
    Transcript visit =
        Visits.of(
            "D: What brings you in?",
            "P: I've had a cough for two weeks.",
            "D: Any fever?",
            "P: No.",
            "D: Let me examine you. There is some edema in your legs.",
            "D: I think you have hypertension. I'm going to prescribe lisinopril 20 milligrams once a day.");
    Document summary = write(Document.Kind.PATIENT_SUMMARY, visit);
    String text = String.join(" ", texts(summary.note()));
    assertThat(text)
        .contains("You have had a cough for 2 weeks", "You have no fever", "high blood pressure")
        .contains("swelling", "The clinic will prescribe lisinopril 20 mg once a day")
        .doesNotContain("patient", "hypertension", "edema");
    assertThat(summary.grade()).isBetween(0.0, 9.0);
    assertThat(summary.remarks()).anyMatch(remark -> remark.startsWith("Reads at grade "));
  }

  @Test
  void a_referral_letter_names_reason_history_drugs_findings_and_what_is_missing() {
    Document letter = write(Document.Kind.REFERRAL, Visits.cough());
    assertThat(letter.note().sections())
        .extracting(Section::title)
        .contains("Reason for referral", "History", "Medications", "Findings", "Assessment");
    assertThat(texts(letter.note())).anyMatch(text -> text.contains("lisinopril 20 mg"));
    assertThat(letter.remarks()).anyMatch(remark -> remark.contains("Allergies"));
  }

  @Test
  void a_given_notes_unsupported_statements_are_left_out_and_counted() {
    Note note =
        Note.draft(
            "SOAP",
            List.of(
                new Section(
                    "Plan",
                    List.of(
                        Statement.unchecked("", "Prescribe amoxicillin 500 mg.", List.of()),
                        Statement.unchecked("", "Order a colonoscopy.", List.of())))),
            Generation.GIVEN);
    Document document =
        Documents.builtin()
            .write(Document.Kind.AFTER_VISIT, Visits.cough(), Optional.of(note), Monitor.NONE);
    assertThat(texts(document.note())).noneMatch(text -> text.contains("colonoscopy"));
    assertThat(texts(document.note())).anyMatch(text -> text.contains("amoxicillin"));
    assertThat(document.remarks())
        .anyMatch(remark -> remark.startsWith("1 statements of the note"));
  }

  @Test
  void a_soap_note_of_ours_makes_the_same_parts_as_the_transcript() {
    Note soap =
        NotePipeline.builtin().write(Visits.cough(), Templates.builtin().get("SOAP"), Monitor.NONE);
    Document document =
        Documents.builtin()
            .write(Document.Kind.PATIENT_SUMMARY, Visits.cough(), Optional.of(soap), Monitor.NONE);
    assertThat(document.note().sections())
        .extracting(Section::title)
        .contains("Why you came", "What we found", "What we think it is", "What happens next");
  }

  @Test
  void a_note_with_nothing_for_the_document_is_refused() {
    Note note =
        Note.draft(
            "SOAP",
            List.of(
                new Section(
                    "Objective",
                    List.of(Statement.unchecked("", "Crackles in the left lung.", List.of())))),
            Generation.GIVEN);
    assertThatThrownBy(
            () ->
                Documents.builtin()
                    .write(
                        Document.Kind.AFTER_VISIT, Visits.cough(), Optional.of(note), Monitor.NONE))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'After-Visit Instructions' in the note");
  }

  @Test
  void a_model_that_fails_leaves_the_document_of_the_rules_and_says_why() {
    Document document =
        Documents.with(new OneAnswerModel("no"))
            .write(Document.Kind.PATIENT_SUMMARY, Visits.cough(), Optional.empty(), Monitor.NONE);
    assertThat(document.note().generation().fallback()).contains("builtin");
    assertThat(document.note().generation().requested()).isEqualTo("played/one");
    assertThat(document.note().template()).isEqualTo("Patient Summary");
    assertThat(texts(document.note())).anyMatch(text -> text.startsWith("You have"));
  }

  @Test
  void a_model_writes_under_the_same_headings_and_the_checker_reviews_it() {
    Document letter =
        Documents.with(PlayedModel.ofContext(8192))
            .write(Document.Kind.REFERRAL, Visits.cough(), Optional.empty(), Monitor.NONE);
    assertThat(letter.note().generation().model()).isEqualTo("playing/model");
    assertThat(letter.note().status()).isEqualTo(Note.Status.DRAFT);
    List<String> headings =
        Documents.template(Document.Kind.REFERRAL).sections().stream().map(s -> s.title()).toList();
    assertThat(letter.note().sections())
        .isNotEmpty()
        .allSatisfy(section -> assertThat(headings).contains(section.title()));
    assertThat(letter.note().statements()).anyMatch(s -> s.support() == Support.SUPPORTED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The patient has had a cough for 2 weeks.       | You have had a cough for 2 weeks.
          Denies fever or chills.                        | You have no fever or chills.
          It hurts her when she sits at her desk.        | It hurts you when you sit at your desk.
          His mother has hypertension.                   | His mother has high blood pressure.
          The patient is to ice their knee.              | You are to ice your knee.
          Order an MRI.                                  | The clinic will order an MRI scan.
          Tenderness to palpation of the abdomen.        | Soreness when pressed of the belly.
          """)
  void sentences_are_said_to_the_patient(String sentence, String plain) {
    assertThat(PlainLanguage.of(sentence)).isEqualTo(plain);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The cat sat on the mat.                                                   | 0.0 | 0.0
          You have had a bad cough for two weeks. Your chest hurts when you cough.   | 0.0 | 3.0
          Gastroesophageal manifestations necessitate pharmacological intervention. | 15  | 60
          """)
  void long_words_and_sentences_need_more_years_of_school(String text, double least, double most) {
    assertThat(ReadingGrade.of(text)).isBetween(least, most);
  }
}
