package io.github.ambientgpt.release;

/** Puts Helm where the build looks for it, or begins to make it. */
public final class FindHelm {
  private FindHelm() {}

  /**
   * @param arguments {@code folder} (to put it in), {@code version} (to make, if there is none)
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    new Helm(given.path("folder")).begin(given.text("version"));
  }
}
