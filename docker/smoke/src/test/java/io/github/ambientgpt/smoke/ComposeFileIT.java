package io.github.ambientgpt.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands in {@code compose.yaml}, with all profiles. */
class ComposeFileIT {
  private static Compose compose;
  private static JsonNode file;

  @BeforeAll
  static void read() {
    compose = new Compose("ambient-gpt-file", Images.tested(), Map.of("AMBIENT_GPT_PORT", "8000"));
    file = compose.everything();
  }

  @AfterAll
  static void stop() {
    compose.close();
  }

  /** The profile tls is for other machines, and nothing else is. */
  @Test
  void nothingButTheDoorForOtherMachinesIsOpenBeyondThisOne() {
    file.get("services")
        .properties()
        .forEach(
            service ->
                service
                    .getValue()
                    .path("ports")
                    .forEach(
                        port -> {
                          if (!service.getKey().equals("tls")) {
                            assertThat(port.path("host_ip").asString())
                                .as(service.getKey())
                                .isEqualTo("127.0.0.1");
                          }
                        }));
    assertThat(file.at("/services/frontend/ports")).hasSize(1);
    for (String closed : new String[] {"api", "bridge", "ollama", "postgres", "prometheus"}) {
      assertThat(file.at("/services/" + closed + "/ports").isMissingNode()).as(closed).isTrue();
    }
  }

  @Test
  void everyServiceIsHeldTight() {
    file.get("services")
        .properties()
        .forEach(
            service -> {
              JsonNode settings = service.getValue();
              assertThat(settings.path("read_only").asBoolean()).as(service.getKey()).isTrue();
              assertThat(settings.at("/cap_drop/0").asString()).isEqualTo("ALL");
              assertThat(settings.at("/security_opt/0").asString())
                  .isEqualTo("no-new-privileges:true");
              assertThat(settings.path("mem_limit").asString()).isNotEmpty();
              assertThat(settings.path("pids_limit").asInt()).isPositive();
              assertThat(settings.at("/logging/options/max-size").asString()).isNotEmpty();
              assertThat(settings.path("tmpfs").toString()).contains("/tmp:noexec");
            });
  }

  @Test
  void everyServiceThatStaysSaysWhetherItIsWell() {
    file.get("services")
        .properties()
        .forEach(
            service -> {
              if (!service.getValue().path("restart").asString().equals("no")) {
                assertThat(service.getValue().at("/healthcheck/start_interval").asString())
                    .as(service.getKey())
                    .isEqualTo("1s");
              }
            });
  }

  @Test
  void noPasswordStandsInIt() {
    file.get("services")
        .properties()
        .forEach(
            service ->
                service
                    .getValue()
                    .path("environment")
                    .properties()
                    .forEach(
                        variable -> {
                          if (variable.getKey().matches(".*(PASSWORD|TOKEN|KEY|SECRET).*")) {
                            assertThat(variable.getValue().asString())
                                .as(service.getKey() + " " + variable.getKey())
                                .matches("|(/run/secrets|/keys)/.*");
                          }
                        }));
    file.get("secrets")
        .forEach(secret -> assertThat(secret.path("file").asString()).endsWith("unset"));
  }

  @Test
  void thePlainStackIsTheThree() {
    assertThat(compose.run("config", "--services").lines())
        .containsExactlyInAnyOrder("api", "bridge", "frontend");
  }

  /** What has no login yet, and what an administrator wants to look at, is behind one network. */
  @Test
  void databaseAndFiguresReachNoOtherNetwork() {
    assertThat(file.at("/networks/back/internal").asBoolean()).isTrue();
    for (String inner : new String[] {"postgres", "prometheus"}) {
      assertThat(file.at("/services/" + inner + "/networks").propertyNames())
          .containsExactly("back");
    }
  }
}
