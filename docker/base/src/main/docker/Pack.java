import java.io.IOException;
import java.lang.module.ModuleDescriptor.Requires.Modifier;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Packs modules of a JDK that comes without jmods, as most do since JDK 24, so that jlink can make
 * a Java for a processor that is not its own: from the classes that JDK runs on, and the files that
 * its own lists call theirs.
 */
class Pack {
  /** What such a list calls a kind of files, and what jmod does. */
  private static final Map<String, String> KINDS =
      Map.of("1", "--config", "5", "--cmds", "6", "--libs");

  /** What jlink makes for each Java; it stops where there is one already. */
  private static final Pattern MADE_ANEW =
      Pattern.compile("/(SystemModules\\$|BoundMethodHandle\\$Species_(?!L\\.class))");

  private final Path home;
  private final Path modules;
  private final Path to;

  private Pack(Path home, Path to) throws IOException {
    this.home = home;
    this.to = Files.createDirectories(to);
    FileSystem java =
        FileSystems.newFileSystem(URI.create("jrt:/"), Map.of("java.home", home.toString()));
    this.modules = java.getPath("modules");
  }

  /**
   * @param arguments the JDK, where its modules go, and which; those that they require go along
   */
  public static void main(String... arguments) throws IOException {
    Pack pack = new Pack(Path.of(arguments[0]), Path.of(arguments[1]));
    Set<String> required = pack.required(List.of(arguments[2].split(",")));
    required.remove("java.base");
    for (String module : required) {
      pack.pack(module);
    }
    // Last, since it holds the sums of the others.
    pack.pack("java.base", "--module-path", arguments[1], "--hash-modules", ".*");
  }

  private Set<String> required(List<String> roots) {
    ModuleFinder finder = ModuleFinder.of(modules);
    Set<String> found = new TreeSet<>();
    List<String> open = new ArrayList<>(roots);
    while (!open.isEmpty()) {
      String module = open.remove(0);
      if (found.add(module)) {
        finder.find(module).orElseThrow().descriptor().requires().stream()
            .filter(required -> !required.modifiers().contains(Modifier.STATIC))
            .forEach(required -> open.add(required.name()));
      }
    }
    return found;
  }

  private void pack(String module, String... options) throws IOException {
    Path parts = Files.createTempDirectory(module);
    List<String> command = new ArrayList<>(List.of("create", "--compress", "zip-0"));
    command.addAll(List.of(options));
    command.addAll(List.of("--class-path", classes(module, parts.resolve("classes")).toString()));
    Path list = modules.resolve("jdk.jlink/jdk/tools/jlink/internal/runtimelink");
    for (String line : Files.readAllLines(list.resolve("fs_" + module + "_files"))) {
      String[] fields = line.split("\\|"); // its kind, whether it is a link, its sum, its name
      String kind = KINDS.get(fields[0]);
      if (kind != null) {
        copy(home.resolve(fields[3]), parts.resolve(fields[3]));
        if (!command.contains(kind)) {
          command.addAll(List.of(kind, parts.resolve(Path.of(fields[3]).getName(0)).toString()));
        }
      }
    }
    command.add(to.resolve(module + ".jmod").toString());
    ToolProvider jmod = ToolProvider.findFirst("jmod").orElseThrow();
    if (jmod.run(System.out, System.err, command.toArray(String[]::new)) != 0) {
      throw new IOException(module + " was not packed, see above");
    }
  }

  private Path classes(String module, Path copies) throws IOException {
    Path from = modules.resolve(module);
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      if (!MADE_ANEW.matcher(file.toString()).find()) {
        copy(file, copies.resolve(from.relativize(file).toString()));
      }
    }
    return copies;
  }

  private static void copy(Path file, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    Files.copy(file, copy);
  }
}
