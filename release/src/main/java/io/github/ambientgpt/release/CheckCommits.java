package io.github.ambientgpt.release;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks the messages of a pull request's commits, and its title, which becomes a message where
 * they are made one.
 */
public final class CheckCommits {
  private CheckCommits() {}

  /**
   * @param arguments {@code since} (where the commits begin, such as {@code origin/main}); the
   *     title is in the variable PULL_REQUEST_TITLE, since nobody quotes it for a command line
   */
  public static void main(String... arguments) {
    String range = Arguments.of(arguments).text("since") + "..HEAD";
    List<String> subjects = new ArrayList<>();
    Command.text("git", "log", "--no-merges", "--format=%s", range).lines().forEach(subjects::add);
    Stream.ofNullable(System.getenv("PULL_REQUEST_TITLE"))
        .filter(title -> !title.isBlank())
        .forEach(subjects::add);
    List<String> faults = CommitMessages.faults(subjects);
    if (!faults.isEmpty()) {
      throw new Refusal(
          "These messages are no conventional commits, such as \"fix(core): …\", \"feat: …\" or \"feat!: …\","
              + " from which the next version is found: "
              + String.join(" | ", faults)
              + " (mend them with git rebase --interactive)");
    }
    System.out.println(subjects.size() + " messages are conventional commits");
  }
}
