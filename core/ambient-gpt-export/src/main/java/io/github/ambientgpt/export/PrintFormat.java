package io.github.ambientgpt.export;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.format.NoteDocument;

/**
 * How a note is written to be printed. The content is that of {@link
 * io.github.ambientgpt.core.format.DocumentFormat#HTML}; headings, lists, links and language are
 * there for a screen reader, too. On every page it says whether the note is signed.
 *
 * @since 0.1.0
 */
public enum PrintFormat {
  /** Office Open XML, as Word and LibreOffice read it. */
  DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document") {
    @Override
    public byte[] write(NoteDocument document) {
      return new Docx(Page.of(document), document).write();
    }
  },
  /** PDF/UA-1 and PDF/A-3a, its font within. */
  PDF("application/pdf") {
    @Override
    public byte[] write(NoteDocument document) {
      return Pdf.write(Page.of(document));
    }
  };

  private final String mediaType;

  PrintFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** What to call it in HTTP. */
  public String mediaType() {
    return mediaType;
  }

  /**
   * Returns the whole file. For any thread.
   *
   * @throws InvalidInputException when the note or transcript has letters that a PDF cannot show
   *     here; DOCX takes all
   * @throws EngineException when the file cannot be made, which is not the note's fault
   */
  public abstract byte[] write(NoteDocument document);
}
