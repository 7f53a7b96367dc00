package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.opentest4j.TestAbortedException;

/** Measures the images of {@code ./mvnw -Pdocker package} on a machine that does nothing else. */
final class ImagesBench {
  private static final int ROUNDS = 10;

  private ImagesBench() {}

  /**
   * @param arguments what is measured, with commas: {@code starts}, {@code work}, {@code rebuild}
   */
  public static void main(String... arguments) throws IOException {
    Images images = Images.tested();
    if (!images.here()) {
      System.out.println("No images are here to be measured: ./mvnw -Pdocker package makes them");
      return;
    }
    List<String> missed = new ArrayList<>();
    for (String what : arguments[0].split(",")) {
      try {
        Figures figures = measure(what, images);
        figures.write();
        System.out.println(figures.table());
        missed.addAll(figures.missed());
      } catch (TestAbortedException e) {
        System.out.println("Not measured: " + what + ". " + e.getMessage());
      }
    }
    missed.forEach(System.err::println);
    System.exit(missed.isEmpty() ? 0 : 1);
  }

  private static Figures measure(String what, Images images) throws IOException {
    return switch (what) {
      case "starts" -> ImagesReport.measure(images, ROUNDS);
      case "work" -> Work.measure(images);
      case "rebuild" -> Rebuild.measure();
      default ->
          throw new IllegalArgumentException(
              "bench.images is some of starts, work and rebuild, with commas, but has: " + what);
    };
  }
}
