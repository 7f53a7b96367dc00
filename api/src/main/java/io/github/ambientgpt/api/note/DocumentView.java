package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteView.WriterView;
import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.suggestion.Document;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A document for somebody else than the clinician.
 *
 * @param grade the school grade in the United States that its reading takes (Flesch-Kincaid)
 * @param remarks what the writer has to know: what nothing was said of, what was left out, what the
 *     visit does not support
 */
@Schema(name = "Document")
record DocumentView(
    UUID noteId,
    @Schema(allowableValues = {"patient-summary", "after-visit", "referral"}) String kind,
    String title,
    double grade,
    List<String> remarks,
    List<DocumentSection> sections,
    WriterView writer) {
  /** A heading of a document. */
  record DocumentSection(String title, List<String> statements) {}

  static DocumentView of(UUID note, Document document) {
    return new DocumentView(
        note,
        document.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        document.kind().title(),
        document.grade(),
        Stream.concat(
                document.remarks().stream(),
                document
                    .note()
                    .statements()
                    .filter(statement -> statement.support() != Support.SUPPORTED)
                    .map(statement -> "The visit does not support: " + statement.text()))
            .toList(),
        document.note().sections().stream()
            .map(
                section ->
                    new DocumentSection(
                        section.title(),
                        section.statements().stream().map(Statement::text).toList()))
            .toList(),
        WriterView.of(NoteContent.Writer.of(document.note().generation())));
  }

  /** As core knows it, to be written as a file. */
  Note note() {
    return new Note(
        title,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.title(),
                        section.statements().stream()
                            .map(text -> Statement.unchecked("", text, List.of()))
                            .toList()))
            .toList(),
        Coverage.UNKNOWN,
        writer.writer().generation(),
        Note.Status.DRAFT);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Document[" + noteId + ", " + kind + "]";
  }
}
