package io.github.ambientgpt.api.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ServiceProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTest {
  @Test
  void aCommandIsDoneByTheServiceThatRunsAndWithoutOne(@TempDir Path folder) {
    try (ServiceProcess process = ServiceProcess.start(folder, List.of())) {
      process.service().encounter("Somebody");
      ServiceProcess.Said running = ServiceProcess.command(folder, "audit", "verify");
      assertThat(running.text()).as(process.log()).contains("as it was written");
      assertThat(running.code()).isZero();
      assertThat(ServiceProcess.command(folder, "dance").text())
          .contains("There is no command 'dance'", "audit verify");
    }
    ServiceProcess.Said alone = ServiceProcess.command(folder, "audit", "verify");
    assertThat(alone.text()).contains("as it was written");
    assertThat(alone.code()).isZero();
    assertThat(ServiceProcess.command(folder, "audit", "verify", "--anchor=x").code()).isEqualTo(2);
    assertThat(ServiceProcess.command(folder, "audit", "verify", "--anchor=99:00").text())
        .contains("does not hold the end that was noted");
  }
}
