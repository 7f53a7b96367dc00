package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteReaderTest {
  private static List<String> read(String note) {
    return NoteReader.parse(note, "note.md").sections().stream()
        .flatMap(
            section ->
                section.statements().stream()
                    .map(s -> section.title() + "|" + s.topic() + "|" + s.text()))
        .toList();
  }

  @Test
  void markdownOfOtherProgramsIsRead() {
    assertThat(
            read(
                """
                # SOAP Note

                ## Subjective
                The patient reports a cough. It began *3 weeks* ago.

                **Review of Systems**
                - **Cardiovascular:** Denies chest pain.
                - Blood pressure: 120/80
                * Respiratory: Endorses cough. Denies
                  shortness of breath.

                ---
                ### Assessment and Plan
                #### 1. Hypertension
                1. Continue lisinopril 20 mg daily.
                2) Recheck in 2.5 weeks with Dr. Hill at 5 p.m. today.
                """))
        .containsExactly(
            "Subjective||The patient reports a cough.",
            "Subjective||It began 3 weeks ago.",
            "Review of Systems|Cardiovascular|Denies chest pain.",
            "Review of Systems||Blood pressure: 120/80",
            "Review of Systems|Respiratory|Endorses cough.",
            "Review of Systems|Respiratory|Denies shortness of breath.",
            "Assessment and Plan|Hypertension|Continue lisinopril 20 mg daily.",
            "Assessment and Plan|Hypertension|Recheck in 2.5 weeks with Dr. Hill at 5 p.m. today.");
  }

  @Test
  void plainTextNotesAreRead() {
    assertThat(
            read(
                """
                CC:

                Right middle finger pain.

                REVIEW OF SYSTEMS

                \u2022 Cardiovascular: Endorses chest pain.
                Musculoskeletal: Reports pain. Neurological: Denies numbness or tingling.

                VITALS REVIEWED
                BP: 120/80

                PAST HISTORY

                Medical
                Hirsutism.

                ASSESSMENT AND PLAN

                COPD.
                \u2022 Medical Treatment: Start an inhaler.

                Plan: Return in 2 weeks
                for an x-ray.
                """))
        .containsExactly(
            "CC||Right middle finger pain.",
            "REVIEW OF SYSTEMS|Cardiovascular|Endorses chest pain.",
            "REVIEW OF SYSTEMS|Musculoskeletal|Reports pain.",
            "REVIEW OF SYSTEMS|Neurological|Denies numbness or tingling.",
            "VITALS REVIEWED||BP: 120/80",
            "PAST HISTORY|Medical|Hirsutism.",
            "ASSESSMENT AND PLAN||COPD.",
            "ASSESSMENT AND PLAN|Medical Treatment|Start an inhaler.",
            "Plan||Return in 2 weeks for an x-ray.");
  }

  @Test
  void aNoteWithoutHeadingsIsOneSection() {
    assertThat(read("Patient has a cough. Rest advised."))
        .containsExactly("Note||Patient has a cough.", "Note||Rest advised.");
  }

  @Test
  void aDraftLineIsNoStatement() {
    assertThat(read("DRAFT, not signed\n\nPLAN\n\nRest.")).containsExactly("PLAN||Rest.");
  }

  @Test
  void linesThatAPersonAddedToOurMarkdownAreStatements() {
    assertThat(
            read(
                """
                # SOAP

                > **DRAFT, not signed.** Written by builtin.

                ## Plan

                - Rest. [u3]
                - Start *amoxicillin* 500 mg.
                Come back. Soon.
                """))
        .containsExactly(
            "Plan||Rest.", "Plan||Start amoxicillin 500 mg.", "Plan||Come back.", "Plan||Soon.");
  }

  @Test
  void healthScribeIsReadAsUncheckedStatements() {
    Note note =
        NoteReader.parse(
            "{\"ClinicalDocumentation\":{\"Sections\":[{\"SectionName\":\"PLAN\",\"Summary\":["
                + "{\"SummarizedSegment\":\"Rest.\",\"EvidenceLinks\":[{\"SegmentId\":\"x\"}]}]}]}}",
            "note.json");
    assertThat(note.statements())
        .singleElement()
        .satisfies(
            s -> {
              assertThat(s.text()).isEqualTo("Rest.");
              assertThat(s.support()).isEqualTo(Support.UNSUPPORTED);
              assertThat(s.evidence()).isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|is empty",
        "***|holds no words",
        "PLAN|holds no statement",
        "{\"sections\":[{\"title\":\"secret|broken JSON",
        "{\"secret\":1}|not a note",
        "{\"utterances\":[]}|is a transcript",
        "{\"sections\":[{\"title\":\"\"}]}|sections[0] is not right",
        "{\"sections\":[{\"title\":\"a\",\"statements\":[{}]}]}|sections[0].statements[0].text",
        "{\"sections\":{\"title\":\"secret\"}}|sections must be a list",
      })
  void badInputIsNamedAndNeverQuoted(String text, String why) {
    assertThatThrownBy(() -> NoteReader.parse(text, "note.md"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("note.md")
        .hasMessageContaining(why)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "\\*", "a.", "**", "|", "x", "\\[", "# ", "A: "})
  void hugeLinesAreRead(String repeated) {
    for (int times : new int[] {1000, 200_000}) {
      String line = repeated.repeat(times);
      String ours =
          "# SOAP\n\n> **DRAFT, not signed.** Written by builtin.\n\n## Plan\n\n- Rest.\n";
      assertThat(read(ours + "- " + line + "\n")).contains("Plan||Rest.");
      assertThat(read("PLAN\n\nRest.\n\n- " + line + "\n" + line)).contains("PLAN||Rest.");
    }
  }
}
