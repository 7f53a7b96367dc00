package io.github.ambientgpt.release;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a build of this project has made to be published.
 *
 * @param folder the project's
 * @param files each by its path below the folder, with slashes
 * @param layers of images, each with its digest; but for what an image remembers of its start,
 *     which is never the same
 */
record Build(Path folder, Map<String, Path> files, Map<String, String> layers) {
  /**
   * Directly below a module's target, the chart's package, and the POMs as they are published. Not
   * what runs alone (-exec): it goes nowhere, and Spring Boot writes its entries' times by the time
   * zone.
   */
  private static final String MADE =
      "(.*/)?(target/[^/]*-VERSION(?!-exec)([.-][^/]*)?\\.(jar|zip|tgz|tar\\.gz)|target/bom\\.json|target/helm/repo/[^/]*-VERSION\\.tgz|\\.flattened-pom\\.xml)";

  /**
   * @param version of what was made; an earlier build's does not count
   */
  static Build in(Path folder, String version) throws IOException {
    Pattern made = Pattern.compile(MADE.replace("VERSION", Pattern.quote(version)));
    Map<String, Path> files = new TreeMap<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes attributes) {
            String name = String.valueOf(at.getFileName());
            boolean strange =
                !at.equals(folder)
                    && (name.equals("node_modules")
                        || name.equals("bench") // published nowhere
                        || name.equals(".git")
                        || name.equals("reproducible")
                        || name.endsWith("-staging")
                        || name.endsWith("classes"));
            return strange ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            String name = folder.relativize(file).toString().replace('\\', '/');
            if (made.matcher(name).matches() && !saysAnother(file, version)) {
              files.put(name, file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return new Build(folder, files, Map.of());
  }

  /** Of the two whose names hold no version; the page's contents say none either. */
  private static boolean saysAnother(Path file, String version) throws IOException {
    switch (file.getFileName().toString()) {
      case ".flattened-pom.xml":
        return !Files.readString(file).contains("<version>" + version + "</version>");
      case "bom.json":
        JsonNode said =
            JsonMapper.shared().readTree(file.toFile()).at("/metadata/component/version");
        return said.isString() && !said.asString().equals(version);
      default:
        return false;
    }
  }

  /**
   * @param images by name, each by its reference in this machine's Docker
   */
  Build with(Map<String, String> images) {
    Map<String, String> layers = new TreeMap<>();
    images.forEach(
        (name, image) -> {
          List<String> digests = Docker.layers(image);
          int same = Docker.remembersItsStart(image) ? digests.size() - 1 : digests.size();
          for (int i = 0; i < same; i++) {
            layers.put("image %s, layer %02d".formatted(name, i + 1), digests.get(i));
          }
        });
    return new Build(folder, files, layers);
  }

  /** Without what another build, which is not at its end yet, has not made. */
  Build asFarAs(Build other) {
    Map<String, Path> made = new TreeMap<>(files);
    made.keySet().retainAll(other.files().keySet());
    return new Build(folder, made, layers);
  }
}
