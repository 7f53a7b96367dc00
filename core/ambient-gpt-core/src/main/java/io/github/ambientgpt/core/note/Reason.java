package io.github.ambientgpt.core.note;

import java.util.Objects;

/**
 * Why a statement is not simply supported.
 *
 * @param kind what does not agree
 * @param message one sentence for the reader of the note; it may hold clinical text
 * @since 0.1.0
 */
public record Reason(Kind kind, String message) {
  /** What the checker compares. */
  public enum Kind {
    NUMBER,
    DOSE,
    UNIT,
    LATERALITY,
    NEGATION,
    DRUG,
    SPEAKER,
    TIME,
    /** Planned, ordered, done, over, declined, or only in some case. */
    STATUS,
    CERTAINTY,
    TREND,
    SEVERITY,
    ROUTE,
    REFERRAL,
    CAUSE,
    /** A part of the body, a level, upper or lower. */
    SITE,
    /** The name of a drug that the recognizer may have misheard. */
    MISHEARD,
    /** Something is named that the visit never mentions. */
    INVENTED,
    /** Too few of the statement's words were said together. */
    WORDING
  }

  public Reason {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(message, "message");
  }

  /** Without the message: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Reason[" + kind + "]";
  }
}
