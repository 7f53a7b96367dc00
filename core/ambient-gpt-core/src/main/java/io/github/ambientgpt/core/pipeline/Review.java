package io.github.ambientgpt.core.pipeline;

import java.util.List;

/**
 * What was found wrong with a draft.
 *
 * @param score 0 to 100: the model's, or the share of statements that the checker found supported
 *     when that is lower; a model that praises itself is not believed
 * @param issues what to mend, in sentences: the model's and the checker's. They hold clinical text
 * @since 0.1.0
 */
public record Review(int score, List<String> issues) {
  public Review {
    if (!(0 <= score && score <= 100)) {
      throw new IllegalArgumentException("A score is 0 to 100, but is " + score);
    }
    issues = List.copyOf(issues);
  }

  /** Without the issues: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Review[" + score + ", " + issues.size() + " issues]";
  }
}
