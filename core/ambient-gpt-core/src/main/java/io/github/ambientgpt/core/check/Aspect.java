package io.github.ambientgpt.core.check;

/** Whether something is so now. */
enum Aspect {
  PRESENT,
  /** It was so, and may still be: "a history of diabetes". */
  PAST,
  /** It was so, and is no longer: "I quit smoking". */
  ENDED,
  /** It is spoken of in case it should come to be so: "if it gets worse". */
  CONDITIONAL
}
