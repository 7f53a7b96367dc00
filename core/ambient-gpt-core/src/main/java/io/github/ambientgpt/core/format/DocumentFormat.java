package io.github.ambientgpt.core.format;

/**
 * How a note is handed over together with its visit. All say whether it is signed.
 *
 * @since 0.1.0
 */
public enum DocumentFormat {
  /**
   * One page with nothing outside it, well-formed as XML, too: for a screen, a printer or a screen
   * reader. Evidence links to the turns, which stand below the note when the transcript is given.
   */
  HTML {
    @Override
    public String write(NoteDocument document) {
      return new HtmlNote(document).write();
    }
  },
  /**
   * A FHIR R4 document Bundle: the note as a Composition and as plain text, the transcript, who
   * wrote it and on which words. Its patient is a placeholder, since we know no patient's record.
   */
  FHIR {
    @Override
    public String write(NoteDocument document) {
      return new FhirBundle(document).write();
    }
  };

  /** Returns the whole document, its lines ended by {@code \n}. */
  public abstract String write(NoteDocument document);
}
