package io.github.ambientgpt.smoke;

import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ambientgpt.core.contract.Part;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The images for the processor that is emulated here: docs/images.md says how to run it. */
class EmulatedIT {
  /** Under emulation everything takes some ten times as long. */
  private static final Duration PATIENCE = Duration.ofMinutes(15);

  private static final String PLATFORM =
      "linux/" + System.getProperty("smoke.platforms").split(",")[1];

  @BeforeAll
  static void made() {
    assumeTrue(Images.tested().pushed(), "No image was pushed: -Pdocker,rehearsal deploy does");
    assumeFalse(
        Boolean.getBoolean("smoke.second.skip"),
        "The images for the other processor are not made here, so nothing here can run them");
    Part.require(
        "The emulation of " + PLATFORM,
        runs(image("ambient-gpt-base")),
        "docker run --privileged --rm tonistiigi/binfmt --install all puts it there.");
  }

  @ParameterizedTest
  @CsvSource({
    "ambient-gpt-api, 8000, /actuator/health/readiness",
    "ambient-gpt-bridge, 8001, /actuator/health/liveness",
    "ambient-gpt-frontend, 8080, /"
  })
  void theImageForTheOtherProcessorIsHealthyToo(String name, int port, String health) {
    // Docker's own check would start a Java every five seconds, which takes longer here.
    try (Container emulated =
        Container.guest(image(name), port, "12345:0", "--platform", PLATFORM, "--no-healthcheck")) {
      emulated.awaitAnswer(health, PATIENCE);
    }
  }

  private static boolean runs(String java) {
    try {
      Docker.run(Map.of(), "run", "--rm", "--platform", PLATFORM, java, "-version");
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  private static String image(String name) {
    return "%s/%s:%s"
        .formatted(System.getProperty("smoke.images"), name, System.getProperty("smoke.second"));
  }
}
