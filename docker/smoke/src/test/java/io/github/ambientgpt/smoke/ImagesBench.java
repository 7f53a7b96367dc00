package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Measures the images of {@code ./mvnw -Pdocker package} on a machine that does nothing else. */
final class ImagesBench {
  private static final int ROUNDS = 10;

  private ImagesBench() {}

  public static void main(String... none) throws IOException {
    Images images = Images.tested();
    if (!images.here()) {
      System.out.println("No images are here to be measured: ./mvnw -Pdocker package makes them");
      return;
    }
    ImagesReport report = ImagesReport.measure(images, ROUNDS);
    Work work = Work.measure(images);
    report.with(work).write();
    System.out.println(report.table());
    System.out.println("Work with the image's options, times Java's defaults: " + work.ratios());
    List<String> missed = new ArrayList<>(report.tooLarge());
    missed.addAll(report.tooSlow());
    missed.addAll(work.tooDear());
    missed.forEach(System.err::println);
    System.exit(missed.isEmpty() ? 0 : 1);
  }
}
