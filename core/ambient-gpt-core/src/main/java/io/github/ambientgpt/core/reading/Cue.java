package io.github.ambientgpt.core.reading;

/**
 * What a word or phrase says of those around it.
 *
 * @param sense what it says
 * @param direction of which words
 * @param scope how many tokens it reaches at most
 */
record Cue(Sense sense, Direction direction, int scope) {
  /** What a cue says. */
  enum Sense {
    DENIED,
    LIKELY,
    POSSIBLE,
    CONDITIONAL,
    HAD,
    STOPPED,
    PLANNED,
    ORDERED,
    DONE,
    RESULTED,
    DECLINED,
    BETTER,
    WORSE,
    SAME
  }

  /** Which words a cue speaks of. */
  enum Direction {
    FORWARD,
    BACKWARD,
    /** All words around it up to the next break on either side. */
    WHOLE,
    /** It ends what a cue of this sense before it began. */
    ENDS,
    /** It looks like a cue of this sense and is none: "not only". */
    PSEUDO
  }
}
