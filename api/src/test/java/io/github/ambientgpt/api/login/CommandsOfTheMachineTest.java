package io.github.ambientgpt.api.login;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.api.ServiceProcess;
import io.github.ambientgpt.api.ServiceProcess.Said;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever starts the program may do, and may not. */
class CommandsOfTheMachineTest {
  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  @Timeout(120)
  void withoutALoginNoOtherMachineIsAnswered(String address, @TempDir Path folder) {
    Said said = ServiceProcess.command(folder, "--server.address=" + address, "--server.port=0");

    assertThat(said.code()).isNotZero();
    assertThat(said.text())
        .contains("ambient-gpt.login.mode")
        .contains("APPLICATION FAILED TO START")
        .doesNotContain("\tat ");
  }

  @Test
  void aForgottenPasswordEndsWithItsSessionsAndACodeSetsANewOne(@TempDir Path folder) {
    try (ServiceProcess process =
        ServiceProcess.start(
            folder,
            List.of(
                "ambient-gpt.login.mode=password",
                "ambient-gpt.login.setup-code=" + People.CODE))) {
      People people = new People(process.service());
      var before = people.admin();
      before.get("/api/v1/me").is(200);
      Said unknown = ServiceProcess.command(folder, "reset-password", "nobody");
      assertThat(unknown.code()).as(unknown.text()).isEqualTo(1);

      Said said = ServiceProcess.command(folder, "reset-password", "ada");
      assertThat(said.code()).as(said.text()).isZero();
      before.get("/api/v1/me").is(401);
      String[] lines = said.text().strip().split("\\R");
      String code = lines[lines.length - 1];
      var after = people.redeem("ada", code, "another horse battery").is(200).browser();
      after.get("/api/v1/me").is(200);
      assertThat(people.redeem("ada", code, "a third horse battery").status()).isEqualTo(401);
      assertThat(process.log()).doesNotContain(code);
    }
  }
}
