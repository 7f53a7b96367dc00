package io.github.ambientgpt.suggestion;

/** How something that was named was meant: its assertion status. */
enum Assertion {
  /** The patient has it. */
  AFFIRMED,
  NEGATED,
  /** Somebody else has it. */
  ANOTHERS,
  /** The patient had it, long ago. */
  PAST,
  /** It may be so. */
  POSSIBLE,
  /** It may come, or is to be kept away. */
  HYPOTHETICAL,
  /** Asked, and not clearly answered. */
  OPEN
}
