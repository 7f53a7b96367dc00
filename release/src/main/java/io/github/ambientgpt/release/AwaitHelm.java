package io.github.ambientgpt.release;

/** Waits until Helm is where the build looks for it. */
public final class AwaitHelm {
  private AwaitHelm() {}

  /**
   * @param arguments {@code folder}
   */
  public static void main(String... arguments) {
    new Helm(Arguments.of(arguments).path("folder")).await();
  }
}
