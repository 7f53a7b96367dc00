package io.github.ambientgpt.release;

import java.io.IOException;

/** Puts Helm where the build looks for it. */
public final class FindHelm {
  private FindHelm() {}

  /**
   * @param arguments {@code folder} (to put it in), {@code version} (to fetch, if there is none on
   *     the PATH), {@code from} (the address or folder where its archives are)
   */
  public static void main(String... arguments) throws IOException {
    Arguments given = Arguments.of(arguments);
    Helm.in(given.path("folder"))
        .require(given.text("version"), given.text("from"), System.getenv("PATH"));
  }
}
