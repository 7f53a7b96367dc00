package io.github.ambientgpt.release;

import java.time.Duration;
import java.util.List;

/**
 * Waits until Maven Central has published what it was sent; a wait that is over loses nothing,
 * since the next run goes on with it.
 */
public final class AwaitCentral {
  static final String STEP = "central-wait";

  private AwaitCentral() {}

  /**
   * @param arguments {@code central} (the portal's address), {@code group}, {@code artifact},
   *     {@code version} of what is asked for, {@code patience} and {@code pause} in seconds, {@code
   *     steps}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    CentralPortal portal = CentralPortal.at(given.text("central"));
    String version = given.text("version");
    long end =
        System.nanoTime() + Duration.ofSeconds(Long.parseLong(given.text("patience"))).toNanos();
    while (!portal.published(given.text("group"), given.text("artifact"), version)) {
      if (System.nanoTime() > end) {
        throw new Refusal(
            "Maven Central has taken %s and not published it within %s s, and may yet: run the same command again, which sends nothing twice and goes on waiting (longer with -Dcentral.patience=SECONDS)"
                .formatted(version, given.text("patience")));
      }
      pause(Duration.ofSeconds(Long.parseLong(given.text("pause"))));
    }
    Step.ended(STEP, List.of()).write(given.path("steps"));
  }

  private static void pause(Duration pause) {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Interrupted while waiting for Maven Central: run the same command again");
    }
  }
}
