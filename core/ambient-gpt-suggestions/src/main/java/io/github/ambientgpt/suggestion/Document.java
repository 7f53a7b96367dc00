package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Note;
import java.util.List;
import java.util.Objects;

/**
 * A document for somebody else than the clinician, a draft like any note.
 *
 * @param kind for whom
 * @param note its sections and statements, checked against the transcript
 * @param grade the school grade in the United States that its reading takes (Flesch-Kincaid)
 * @param remarks what the writer has to know: what nothing was said of, what was left out
 * @since 0.1.0
 */
public record Document(Kind kind, Note note, double grade, List<String> remarks) {
  /** For whom a document is. */
  public enum Kind {
    /** What the visit was about, in plain language for the patient. */
    PATIENT_SUMMARY("Patient Summary"),
    /** What the patient is to do. */
    AFTER_VISIT("After-Visit Instructions"),
    /** To the colleague whom the patient is sent to. */
    REFERRAL("Referral Letter");

    private final String title;

    Kind(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }

    boolean isForPatient() {
      return this != REFERRAL;
    }
  }

  public Document {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(note, "note");
    remarks = List.copyOf(remarks);
  }
}
