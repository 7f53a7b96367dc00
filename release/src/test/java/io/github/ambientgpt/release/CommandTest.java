package io.github.ambientgpt.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CommandTest {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @Test
  void givesWhatTheProgramWrote() {
    assertThat(Command.text(JAVA, "--version")).containsIgnoringCase("jdk");
  }

  @Test
  void aProgramThatIsNotThereIsASentence() {
    assertThatThrownBy(() -> Command.text("no-such-program"))
        .isInstanceOf(Refusal.class)
        .hasMessage("no-such-program cannot be run; install it, and see that it is on the PATH");
  }

  @Test
  void aProgramThatFailsIsQuotedWithItsLastLine() {
    assertThatThrownBy(() -> Command.text(JAVA, "--no-such-option"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("--no-such-option failed: ");
  }
}
