package io.github.ambientgpt.core.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoteFormatTest {
  private static final Note NOTE =
      new Note(
          "SOAP",
          List.of(
              new Section(
                  "Subjective",
                  List.of(
                      new Statement(
                          "",
                          "The patient has had a cough for 3 weeks.",
                          Support.SUPPORTED,
                          List.of(),
                          List.of(new Evidence("u3", 0, 5), new Evidence("u7", 2, 9))),
                      new Statement(
                          "Cardiovascular",
                          "Denies chest pain.",
                          Support.UNCERTAIN,
                          List.of(new Reason(Reason.Kind.NEGATION, "\"denies\" was not said.")),
                          List.of(new Evidence("u4", 0, 3))))),
              new Section("Objective", List.of()),
              new Section(
                  "Plan",
                  List.of(
                      new Statement(
                          "",
                          "Lisinopril 40 mg.",
                          Support.UNSUPPORTED,
                          List.of(
                              new Reason(Reason.Kind.DOSE, "The transcript says 20 mg."),
                              new Reason(Reason.Kind.DRUG, "No such drug was named.")),
                          List.of())))),
          new Coverage(List.of("u3", "u4", "u9", "u11"), List.of("u9")),
          Generation.fallenBack("ollama/llama3.2", "builtin", "It did not answer."),
          Note.Status.DRAFT);

  @Test
  void markdownShowsEvidenceAndDoubt() {
    assertThat(NoteFormat.MARKDOWN.write(NOTE))
        .isEqualTo(
            """
            # SOAP

            > **DRAFT, not signed.** Written by builtin instead of ollama/llama3.2 (It did not answer).

            ## Subjective

            - The patient has had a cough for 3 weeks. [u3, u7]
            - **Cardiovascular:** Denies chest pain. [u4] **(uncertain: "denies" was not said.)**

            ## Objective

            ## Plan

            - Lisinopril 40 mg. [no evidence] **(UNSUPPORTED: The transcript says 20 mg. No such drug was named.)**
            """);
  }

  @Test
  void textShowsTheSameIn80Columns() {
    assertThat(NoteFormat.TEXT.write(NOTE))
        .isEqualTo(
            """
            SOAP
            DRAFT, not signed. Written by builtin instead of ollama/llama3.2 (It did not
            answer).

            Subjective
            ----------
            - The patient has had a cough for 3 weeks. [u3, u7]

            Cardiovascular
            - Denies chest pain. [u4]
              >> uncertain: "denies" was not said.

            Objective
            ---------

            Plan
            ----
            - Lisinopril 40 mg. [no evidence]
              >> UNSUPPORTED: The transcript says 20 mg. No such drug was named.
            """);
  }

  @Test
  void jsonHasStatementsWithSupportReasonsAndEvidence() {
    assertThat(NoteFormat.JSON.write(NOTE))
        .contains("\"status\" : \"draft\"", "\"notice\" : \"DRAFT, not signed\"")
        .contains("\"requested\" : \"ollama/llama3.2\"", "\"model\" : \"builtin\"")
        .contains("\"fallback\" : \"builtin\"", "\"reason\" : \"It did not answer.\"")
        .contains("\"support\" : \"unsupported\"", "\"kind\" : \"dose\"")
        .contains("\"share\" : 0.75");
    assertThat(NoteFormat.JSON.write(NOTE.withGeneration(Generation.of("builtin"))))
        .contains("\"fallback\" : null", "\"reason\" : null");
  }

  @Test
  void aNoteOfUnknownOriginSaysSo() {
    assertThat(NoteFormat.MARKDOWN.write(NOTE.withGeneration(Generation.GIVEN)))
        .contains("Written by a person or another program.");
  }

  @Test
  void healthScribeLinksOnlyWhatIsSupported() {
    String json = NoteFormat.HEALTHSCRIBE.write(NOTE).replaceAll("\\s+", "");
    assertThat(json)
        .startsWith("{\"ClinicalDocumentation\":{\"Sections\":[{\"SectionName\":\"Subjective\",")
        .contains("\"EvidenceLinks\":[{\"SegmentId\":\"u3\"},{\"SegmentId\":\"u7\"}]")
        .contains("{\"SummarizedSegment\":\"Cardiovascular:Denieschestpain.\",")
        .endsWith(
            "{\"SummarizedSegment\":\"Lisinopril40mg.\",\"EvidenceLinks\":[]}]}]},\"Notice\":\"DRAFT,notsigned\"}");
  }

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "TEXT", "JSON"})
  void everyDraftSaysSo(NoteFormat format) {
    assertThat(format.write(NOTE)).contains("DRAFT, not signed");
    Note signed =
        new Note(
            NOTE.template(),
            NOTE.sections(),
            NOTE.coverage(),
            NOTE.generation(),
            Note.Status.SIGNED);
    assertThat(format.write(signed)).doesNotContain("DRAFT").contains("Signed");
    assertThat(NoteFormat.HEALTHSCRIBE.write(NOTE)).contains("DRAFT, not signed");
    assertThat(NoteFormat.HEALTHSCRIBE.write(signed)).doesNotContain("DRAFT", "Notice");
    assertThat(NoteReader.parse(format.write(signed), "note").status())
        .isEqualTo(Note.Status.SIGNED);
  }

  @Test
  void jsonReadsBackExactly() {
    assertThat(NoteReader.parse(NoteFormat.JSON.write(NOTE), "note")).isEqualTo(NOTE);
  }

  @ParameterizedTest
  @EnumSource(names = {"MARKDOWN", "TEXT", "JSON"})
  void theSameStatementsReadBack(NoteFormat format) {
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      Note note = note(random);
      Note back = NoteReader.parse(format.write(note), "note");
      assertThat(statements(back)).isEqualTo(statements(note));
      assertThat(back.template()).isEqualTo(note.template());
    }
  }

  private static List<String> statements(Note note) {
    return note.sections().stream()
        .flatMap(
            section ->
                section.statements().stream()
                    .map(s -> section.title() + "|" + s.topic() + "|" + s.text()))
        .toList();
  }

  private static Note note(Random random) {
    List<Section> sections = new ArrayList<>();
    for (int s = 0; s < 3; s++) {
      List<Statement> statements = new ArrayList<>();
      for (int i = random.nextInt(4) + (s == 0 ? 1 : 0); i > 0; i--) {
        Support support = Support.values()[random.nextInt(3)];
        List<Reason> reasons =
            support == Support.SUPPORTED
                ? List.of()
                : List.of(new Reason(Reason.Kind.WORDING, words(random)));
        List<Evidence> evidence =
            random.nextBoolean()
                ? List.of()
                : List.of(new Evidence("u" + random.nextInt(99), 0, 1));
        String topic = random.nextBoolean() ? "" : "Topic " + random.nextInt(3);
        statements.add(new Statement(topic, words(random), support, reasons, evidence));
      }
      sections.add(new Section("Section " + s, statements));
    }
    return Note.draft("My SOAP", sections, Generation.of("builtin"));
  }

  private static String words(Random random) {
    String[] words = {
      "BP:",
      "120/80",
      "*bold*",
      "_it_",
      "[sic]",
      "<b>",
      "&amp;",
      "\\",
      "(uncertain)",
      "- dash",
      "2.5",
      "mg.",
      "Dr.",
      "p.m.",
      "#1",
      "`x`",
      "\u00e4",
      "caf\u00e9",
      "lisinopril",
      "once",
      "daily"
    };
    StringBuilder text = new StringBuilder("The");
    for (int i = random.nextInt(30); i > 0; i--) {
      text.append(' ').append(words[random.nextInt(words.length)]);
    }
    return text.append('.').toString();
  }
}
