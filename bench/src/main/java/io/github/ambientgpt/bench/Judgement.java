package io.github.ambientgpt.bench;

import java.util.Locale;

/** What a reader made of a statement that is held against a visit. judgements.tsv has the rules. */
enum Judgement {
  /** All of it was said, or follows from what was said. */
  TRUE,
  /** The visit says otherwise of the same thing. */
  CONTRADICTED,
  /** It would have been said aloud if it were so, and was not. */
  INVENTED,
  /** It is of a kind that is seen or known and not said aloud. */
  UNSPOKEN;

  static Judgement named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  boolean isWrong() {
    return this == CONTRADICTED || this == INVENTED;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
