package io.github.ambientgpt.release;

/** Gives an image in this machine's Docker a second name. */
public final class NameImage {
  private NameImage() {}

  /**
   * @param arguments {@code image}, {@code name}
   */
  public static void main(String... arguments) {
    Arguments given = Arguments.of(arguments);
    Command.text("docker", "tag", given.text("image"), given.text("name"));
    System.out.println("Built " + given.text("name"));
  }
}
