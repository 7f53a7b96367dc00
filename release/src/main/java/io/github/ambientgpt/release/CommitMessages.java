package io.github.ambientgpt.release;

import java.util.List;
import java.util.regex.Pattern;

/** The rule for commit messages, which decide the next version: conventional commits. */
final class CommitMessages {
  private static final Pattern CONVENTIONAL =
      Pattern.compile(
          "(build|chore|ci|docs|feat|fix|perf|refactor|revert|style|test)(\\([a-z0-9-]+\\))?!?: \\S.*");

  private CommitMessages() {}

  /** Those first lines that break the rule. */
  static List<String> faults(List<String> subjects) {
    return subjects.stream().filter(line -> !CONVENTIONAL.matcher(line).matches()).toList();
  }
}
