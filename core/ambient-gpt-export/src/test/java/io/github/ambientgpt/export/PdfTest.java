package io.github.ambientgpt.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.NoteDocument;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PdfTest {
  @BeforeAll
  static void loadValidator() {
    VeraGreenfieldFoundryProvider.initialise();
  }

  static Stream<NoteDocument> documents() {
    return Stream.of(
        Visit.builtin("SOAP"),
        Visit.builtin("History and Physical"),
        NoteDocument.of(Visit.awkward(Note.Status.SIGNED), Visit.WRITTEN),
        NoteDocument.of(Visit.awkward(Note.Status.DRAFT), Visit.WRITTEN)
            .withTranscript(Visit.TRANSCRIPT));
  }

  @ParameterizedTest
  @MethodSource("documents")
  void itIsAccessibleAndKeeps(NoteDocument document) throws Exception {
    byte[] pdf = PrintFormat.PDF.write(document);
    assertThat(faults(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    assertThat(faults(pdf, PDFAFlavour.PDFA_3_A)).isEmpty();
  }

  @Test
  void allTextIsReallyThere() throws IOException {
    NoteDocument document = Visit.builtin("SOAP");
    String text = text(PrintFormat.PDF.write(document));
    assertThat(text).startsWith("DRAFT, not signed").contains("SOAP", "Visit of 2026-11-23.");
    document.note().statements().forEach(statement -> assertThat(text).contains(statement.text()));
    Visit.TRANSCRIPT.utterances().forEach(u -> assertThat(text).contains(u.text()));
  }

  @Test
  void doubtAndSpecialCharactersAreThere() throws IOException {
    Note note = Visit.awkward(Note.Status.DRAFT);
    assertThat(text(PrintFormat.PDF.write(NoteDocument.of(note, Visit.WRITTEN))))
        .contains("Temp > 38.5 \u00b0C & < 40; \"quoted\" 'single' caf\u00e9 \u2265 \u00bd {body}")
        .contains("(UNSUPPORTED: The transcript says 10 mg.)")
        .contains("odd <id>", "Empty & silent");
  }

  @Test
  void everyPageSaysThatItIsADraft() throws IOException {
    List<Statement> statements =
        new ArrayList<>(
            Collections.nCopies(120, Statement.unchecked("", "One of many.", List.of())));
    Note longNote =
        Note.draft("SOAP", List.of(new Section("Plan", statements)), Generation.of("builtin"));
    byte[] pdf = PrintFormat.PDF.write(NoteDocument.of(longNote, Visit.WRITTEN));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(2);
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        assertThat(stripper.getText(document))
            .contains("DRAFT, not signed", page + " / " + document.getNumberOfPages());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u4e2d\u6587", "\ud83e\ude7a", "\u05e9\u05dc\u05d5\u05dd"})
  void lettersThatWouldBeLostAreRefusedWithoutQuotingThem(String letters) {
    Note note =
        Note.draft(
            "SOAP",
            List.of(new Section("Plan", List.of(Statement.unchecked("", letters, List.of())))),
            Generation.of("builtin"));
    NoteDocument document = NoteDocument.of(note, Visit.WRITTEN);
    assertThatThrownBy(() -> PrintFormat.PDF.write(document))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("choose docx or html")
        .message()
        .doesNotContain(letters);
    assertThat(PrintFormat.DOCX.write(document)).isNotEmpty();
  }

  private static List<String> faults(byte[] pdf, PDFAFlavour flavour) throws Exception {
    try (PDFAParser parser =
            Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
        PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
      ValidationResult result = validator.validate(parser);
      List<String> faults = new ArrayList<>();
      result
          .getTestAssertions()
          .forEach(fault -> faults.add(fault.getRuleId() + " " + fault.getMessage()));
      assertThat(result.isCompliant()).isEqualTo(faults.isEmpty());
      return faults;
    }
  }

  /** On one line, since a PDF does not know where a sentence was wrapped. */
  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
