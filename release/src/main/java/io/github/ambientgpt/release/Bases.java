package io.github.ambientgpt.release;

import java.util.List;
import java.util.stream.Stream;

/**
 * The images that ours are made from, in a rehearsal: in the registry on this machine, or brought
 * there from Docker, which may have stand-ins under the public names.
 */
final class Bases {
  private Bases() {}

  /**
   * Sees to it that all are there.
   *
   * @param bases each as {@code name in the registry=public name}
   * @return whether all are there for arm64 as well as for amd64
   */
  static boolean provide(Stream<String> bases) {
    List<Boolean> both = bases.map(base -> base.split("=", 2)).map(Bases::provide).toList();
    return both.stream().allMatch(Boolean::booleanValue);
  }

  private static boolean provide(String[] base) {
    String wanted = base[0];
    String known = base[1];
    try {
      return arm64(wanted);
    } catch (Refusal absent) {
      try {
        Command.text("docker", "tag", known, wanted);
        Command.text("docker", "push", wanted);
        return arm64(wanted);
      } catch (Refusal e) {
        throw new Refusal(
            "The rehearsal needs the image "
                + known
                + ": pull it, or make its stand-in, or name another with -Dimage.jdk, -Dimage.nginx"
                + " or -Dimage.runtime");
      }
    }
  }

  private static boolean arm64(String image) {
    return Images.platforms(Images.manifest(image)).contains("linux/arm64");
  }
}
