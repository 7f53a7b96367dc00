package io.github.ambientgpt.release;

import java.util.stream.Stream;

/** Tells the image modules for which architecture they build; a deploy adds the other one. */
public final class FindArchitecture {
  private FindArchitecture() {}

  /**
   * @param arguments {@code steps}; {@code rehearsal.skip}, and {@code bases} that a rehearsal
   *     needs in this machine's registry ({@link Bases})
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    Docker.require();
    if (!given.flag("rehearsal.skip")) {
      Bases.provide(Stream.of(given.text("bases").split(",")));
    }
    ImageProperties.here().write(given.path("steps"));
  }
}
