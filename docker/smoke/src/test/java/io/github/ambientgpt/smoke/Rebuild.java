package io.github.ambientgpt.smoke;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How long until a line that was changed in the api is in a new image, and which layers are others
 * then: what whoever has the image already downloads.
 *
 * @param seconds of the build with the changed line, everything else being built
 * @param layers of the new image, from the bottom up
 */
record Rebuild(double seconds, List<Layer> layers) implements Figures {
  private static final double MOST_SECONDS = 300;
  private static final double WANTED_SECONDS = 60;

  /** The api's own jar, and the start that is remembered, which belongs to it. */
  private static final int MOST_CHANGED = 2;

  private static final boolean WINDOWS =
      System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
  private static final Path CHANGED =
      Images.ROOT.resolve("api/src/main/java/io/github/ambientgpt/api/ApiApplication.java");
  private static final String TAG = "rebuild";

  /**
   * @param what made it
   * @param size as Docker says it
   */
  record Layer(String what, String size, boolean changed) {}

  static Rebuild measure() throws IOException {
    build();
    List<String> before = digests();
    byte[] as = Files.readAllBytes(CHANGED);
    try {
      // The lines below it get other numbers, which stand in the class.
      Files.writeString(CHANGED, "// One line.\n" + Files.readString(CHANGED));
      double seconds = build();
      List<String> after = digests();
      List<String[]> made = made();
      List<Layer> layers = new ArrayList<>();
      for (int i = 0; i < after.size(); i++) {
        layers.add(new Layer(made.get(i)[0], made.get(i)[1], !before.contains(after.get(i))));
      }
      return new Rebuild(seconds, layers);
    } finally {
      Files.write(CHANGED, as);
    }
  }

  @Override
  public String name() {
    return "rebuild";
  }

  @Override
  public String table() {
    StringBuilder text = new StringBuilder("\nlayers of the api's image after one line changed\n");
    layers.forEach(
        layer ->
            text.append(
                String.format(
                    "%-9s %8s  %s%n",
                    layer.changed() ? "changed" : "the same", layer.size(), layer.what())));
    return text.append(
            String.format(
                Locale.ROOT,
                "made anew in %.0f s, of %.0f that are wanted%n",
                seconds,
                WANTED_SECONDS))
        .toString();
  }

  @Override
  public List<String> missed() {
    List<String> missed = new ArrayList<>();
    if (seconds > MOST_SECONDS) {
      missed.add("one line: %.0f s, may be %.0f".formatted(seconds, MOST_SECONDS));
    }
    long changed = layers.stream().filter(Layer::changed).count();
    if (changed > MOST_CHANGED) {
      missed.add("one line: %d layers changed, may be %d".formatted(changed, MOST_CHANGED));
    }
    return missed;
  }

  /** As docs/images.md says, under a name of its own, so that nobody takes it for the image. */
  private static double build() throws IOException {
    List<String> command =
        new ArrayList<>(WINDOWS ? List.of("cmd", "/c", "mvnw.cmd") : List.of("./mvnw"));
    command.addAll(
        List.of(
            "-B",
            "-ntp",
            "-q",
            "-Pdocker",
            "-DskipTests",
            "-Dimage.name.phase=none",
            "-Dmaven.repo.local=" + System.getProperty("smoke.repository"),
            "-Drelease.tag=" + TAG,
            "-pl",
            "release,docker/base,api",
            "package"));
    long begun = System.nanoTime();
    try {
      int status =
          new ProcessBuilder(command)
              .directory(Images.ROOT.toFile())
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.INHERIT)
              .start()
              .waitFor();
      if (status != 0) {
        throw new IllegalStateException(
            "The api's image was not made, see above; it takes the other modules from Maven's local"
                + " repository: ./mvnw -DskipTests install puts them there");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static String image() {
    return "%s/ambient-gpt-api:%s-%s"
        .formatted(
            System.getProperty("smoke.images"),
            TAG,
            Docker.run(Map.of(), "version", "--format", "{{.Server.Arch}}"));
  }

  private static List<String> digests() {
    return Docker.run(
            Map.of(),
            "image",
            "inspect",
            "--format",
            "{{range .RootFS.Layers}}{{println .}}{{end}}",
            image())
        .lines()
        .toList();
  }

  /** By what and how large each layer was made, from the bottom up; what makes none has no size. */
  private static List<String[]> made() {
    List<String[]> made = new ArrayList<>();
    String format = "{{.CreatedBy}}: {{.Comment}}\t{{.Size}}";
    Stream<String> lines = Docker.run(Map.of(), "history", "--format", format, image()).lines();
    lines.map(line -> line.split("\t")).filter(each -> !each[1].equals("0B")).forEach(made::add);
    Collections.reverse(made);
    return made;
  }
}
