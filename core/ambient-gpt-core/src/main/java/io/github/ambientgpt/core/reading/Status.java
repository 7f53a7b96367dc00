package io.github.ambientgpt.core.reading;

/**
 * Where something stands: what is so, was so, is to come, or came to nothing.
 *
 * @since 0.1.0
 */
public enum Status {
  /** It is so now. */
  HAS,
  /** It was so, and may still be: "a history of diabetes". */
  HAD,
  /** It was so, and is no longer: "I quit smoking", "the rash went away". */
  STOPPED,
  /** It is to come: "we'll get", "next week you'll have". */
  PLANNED,
  /** It has been asked for: "I ordered". */
  ORDERED,
  /** It was carried out: "you had", "we did". */
  DONE,
  /** Its result is known: "shows", "came back". */
  RESULTED,
  /** It is spoken of in case it should be so: "if it gets worse", "unless". */
  CONDITIONAL,
  /** It was offered and not wanted. */
  DECLINED;

  /** It has not happened. */
  public boolean isToCome() {
    return this == PLANNED || this == ORDERED;
  }

  /** It has happened. */
  public boolean isPast() {
    return this == DONE || this == RESULTED || this == HAD;
  }
}
