package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommitMessagesTest {
  @Test
  void conventionalMessagesPass() {
    assertThat(
            CommitMessages.faults(
                List.of(
                    "fix(core): one thing",
                    "feat: another",
                    "feat(api)!: routes are called otherwise",
                    "build(deps): bump this from 1 to 2",
                    "revert: feat: another")))
        .isEmpty();
  }

  @Test
  void othersAreNamed() {
    List<String> faults =
        List.of(
            "Fix a thing", "fix:no space", "feature: no such type", "fix(Core): capital", "fix: ");

    assertThat(CommitMessages.faults(faults)).isEqualTo(faults);
  }
}
