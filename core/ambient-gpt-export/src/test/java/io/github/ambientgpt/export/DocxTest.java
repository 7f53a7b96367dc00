package io.github.ambientgpt.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.format.NoteDocument;
import io.github.ambientgpt.core.note.Note;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTBookmark;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTHyperlink;

class DocxTest {
  @Test
  void headingsListsAndTextAreThere() throws IOException {
    NoteDocument note = Visit.builtin("SOAP");
    try (XWPFDocument word = open(note)) {
      assertThat(texts(word, "Heading1")).containsExactly("SOAP");
      assertThat(texts(word, "Heading2")).contains("Subjective", "Plan", "Transcript");
      assertThat(texts(word, "ListBullet2")).isNotEmpty();
      assertThat(texts(word, "Status")).containsExactly("DRAFT, not signed");
      List<String> items = new ArrayList<>(texts(word, "ListBullet"));
      items.addAll(texts(word, "ListBullet2"));
      note.note()
          .statements()
          .forEach(s -> assertThat(items).anyMatch(item -> item.startsWith(s.text() + " [")));
      String all = String.join("\n", texts(word, null));
      Visit.TRANSCRIPT.utterances().forEach(u -> assertThat(all).contains(u.text()));
    }
  }

  @Test
  void everyPageSaysWhetherItIsSigned() throws IOException {
    try (XWPFDocument word = open(Visit.builtin("DAP"))) {
      assertThat(word.getHeaderArray(0).getText().strip()).isEqualTo("DRAFT, not signed");
    }
    NoteDocument signed = NoteDocument.of(Visit.awkward(Note.Status.SIGNED), Visit.WRITTEN);
    try (XWPFDocument word = open(signed)) {
      assertThat(word.getHeaderArray(0).getText().strip()).isEqualTo("Signed");
    }
  }

  @Test
  void evidenceLinksToABookmarkOfTheTurn() throws IOException {
    try (XWPFDocument word = open(Visit.builtin("SOAP"))) {
      List<String> links = new ArrayList<>();
      List<String> bookmarks = new ArrayList<>();
      for (XWPFParagraph paragraph : word.getParagraphs()) {
        for (CTHyperlink link : paragraph.getCTP().getHyperlinkList()) {
          links.add(link.getAnchor());
        }
        for (CTBookmark bookmark : paragraph.getCTP().getBookmarkStartList()) {
          bookmarks.add(bookmark.getName());
        }
      }
      assertThat(bookmarks).hasSize(Visit.TRANSCRIPT.utterances().size());
      assertThat(links).isNotEmpty().isSubsetOf(bookmarks);
    }
  }

  @Test
  void specialCharactersComeThroughAndMarkupDoesNot() throws IOException {
    try (XWPFDocument word =
        open(NoteDocument.of(Visit.awkward(Note.Status.DRAFT), Visit.WRITTEN))) {
      assertThat(word.getProperties().getCoreProperties().getTitle())
          .isEqualTo("A <b>&amp; \"my\" template, 2026-11-23 (DRAFT, not signed)");
      assertThat(texts(word, "ListBullet2").get(0))
          .contains(
              "Temp > 38.5 \u00b0C & < 40; \"quoted\" 'single' caf\u00e9 \u2265 \u00bd {body}")
          .contains("(uncertain: Said: \"<39>\" & more.)");
    }
  }

  @Test
  void theSameDocumentMakesTheSameBytes() {
    assertThat(PrintFormat.DOCX.write(Visit.builtin("SOAP")))
        .isEqualTo(PrintFormat.DOCX.write(Visit.builtin("SOAP")));
  }

  private static XWPFDocument open(NoteDocument document) throws IOException {
    return new XWPFDocument(new ByteArrayInputStream(PrintFormat.DOCX.write(document)));
  }

  /**
   * @param style null for any
   */
  private static List<String> texts(XWPFDocument word, String style) {
    return word.getParagraphs().stream()
        .filter(paragraph -> style == null || style.equals(paragraph.getStyle()))
        .map(XWPFParagraph::getText)
        .toList();
  }
}
