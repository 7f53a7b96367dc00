import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints what jlink shall leave out of java.desktop: the folders given, but for the smallest class
 * of each package, since jlink wants every package that the module declares.
 */
class Prune {
  /**
   * @param arguments the JDK, and the folders
   */
  public static void main(String... arguments) throws IOException {
    FileSystem java =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", arguments[0]));
    Path module = java.getPath("modules/java.desktop");
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      Map<Path, List<Path>> packages;
      try (Stream<Path> files = Files.walk(module.resolve(folder))) {
        packages =
            files
                .filter(Files::isRegularFile)
                .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
      }
      for (List<Path> files : packages.values()) {
        files.stream()
            .sorted(
                Comparator.comparing((Path file) -> !file.toString().endsWith(".class"))
                    .thenComparing(Prune::size)
                    .thenComparing(Path::toString))
            .skip(1)
            .forEach(file -> System.out.println("/java.desktop/" + module.relativize(file)));
      }
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
