package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.encounter.Encounter;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.core.format.DocumentFormat;
import io.github.ambientgpt.core.format.NoteDocument;
import io.github.ambientgpt.core.format.NoteFormat;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.export.PrintFormat;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** How a note is handed over. */
enum ExportFormat {
  MARKDOWN("text/markdown;charset=UTF-8", "md", text(NoteFormat.MARKDOWN)),
  TEXT("text/plain;charset=UTF-8", "txt", text(NoteFormat.TEXT)),
  JSON("application/json", "json", text(NoteFormat.JSON)),
  HTML("text/html;charset=UTF-8", "html", document(DocumentFormat.HTML)),
  DOCX(PrintFormat.DOCX.mediaType(), "docx", PrintFormat.DOCX::write),
  PDF(PrintFormat.PDF.mediaType(), "pdf", PrintFormat.PDF::write),
  FHIR("application/fhir+json", "fhir.json", document(DocumentFormat.FHIR)),
  HEALTHSCRIBE("application/json", "healthscribe.json", text(NoteFormat.HEALTHSCRIBE));

  private final String mediaType;
  private final String ending;
  private final Function<NoteDocument, byte[]> writer;

  ExportFormat(String mediaType, String ending, Function<NoteDocument, byte[]> writer) {
    this.mediaType = mediaType;
    this.ending = ending;
    this.writer = writer;
  }

  private static Function<NoteDocument, byte[]> text(NoteFormat format) {
    return document -> format.write(document.note()).getBytes(StandardCharsets.UTF_8);
  }

  private static Function<NoteDocument, byte[]> document(DocumentFormat format) {
    return document -> format.write(document).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * @throws ApiException when there is none of that name
   */
  static ExportFormat of(String word) {
    try {
      return valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ApiException.field(
          "format", "markdown, text, json, html, docx, pdf, fhir or healthscribe");
    }
  }

  String mediaType() {
    return mediaType;
  }

  String ending() {
    return ending;
  }

  byte[] write(
      StoredNote note, Encounter encounter, Optional<Transcript> transcript, String clinician) {
    Instant written = note.signed() ? note.content().signature().at() : note.updatedAt();
    return writer.apply(
        new NoteDocument(
            note.id(),
            note.content().note(),
            transcript,
            encounter.visitedOn(),
            written,
            clinician,
            encounter.label()));
  }
}
