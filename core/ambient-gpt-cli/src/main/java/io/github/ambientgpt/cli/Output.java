package io.github.ambientgpt.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where a command writes: a file, whole or not at all, or standard output.
 *
 * @param path empty for standard output
 */
record Output(Optional<Path> path) {
  static final Output STANDARD = new Output(Optional.empty());

  /**
   * Says at once, before an hour of work, when nothing could be written there.
   *
   * @param argument null or {@code -} for standard output
   * @param inputs none of them is ever overwritten
   */
  static Output of(String argument, Input... inputs) {
    if (argument == null || argument.equals("-")) {
      return STANDARD;
    }
    Path path;
    try {
      path = Path.of(argument);
    } catch (InvalidPathException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "'" + argument + "' cannot be the name of a file here.", e);
    }
    if (Files.isDirectory(path)) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "'" + argument + "' is a folder: name a file to write in it.");
    }
    Path folder = folder(path);
    if (!Files.isDirectory(folder)) {
      throw new Failure(
          ExitCode.NO_OUTPUT,
          "'%s' cannot be written: there is no folder '%s'.".formatted(argument, folder));
    }
    if (!Files.isWritable(Files.exists(path) && !isPlain(path) ? path : folder)) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "'" + argument + "' cannot be written: permission denied.");
    }
    for (Input input : inputs) {
      refuseSame(path, argument, input);
    }
    return new Output(Optional.of(path));
  }

  /** A file beside it whose name says that it is not the whole; standard output stays itself. */
  Output partial() {
    return new Output(
        path.map(
            file -> {
              String name = file.getFileName().toString();
              int dot = name.lastIndexOf('.');
              return file.resolveSibling(
                  dot > 0
                      ? name.substring(0, dot) + ".partial" + name.substring(dot)
                      : name + ".partial");
            }));
  }

  private static void refuseSame(Path path, String argument, Input input) {
    try {
      if (isPlain(path) && input.path().isPresent() && Files.isSameFile(path, input.path().get())) {
        throw new Failure(
            ExitCode.NO_OUTPUT,
            "'%s' is what is read: name another file to write.".formatted(argument));
      }
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT,
          "'%s' cannot be written: %s.".formatted(argument, Terminal.reason(e)),
          e);
    }
  }

  void write(Terminal terminal, String content) {
    if (path.isEmpty()) {
      terminal.print(content);
    } else {
      write(terminal, content.getBytes(StandardCharsets.UTF_8));
    }
  }

  void write(Terminal terminal, byte[] content) {
    if (path.isEmpty()) {
      terminal.print(content);
    } else {
      write(out -> out.write(content));
    }
  }

  /** Writes what may be too large for the memory. */
  void write(Terminal terminal, Content content) {
    if (path.isPresent()) {
      write(content);
      return;
    }
    try {
      content.writeTo(terminal.out());
      terminal.out().flush();
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "Standard output takes no more: " + Terminal.reason(e) + ".", e);
    }
  }

  private void write(Content content) {
    Path file = path.orElseThrow();
    try {
      if (Files.exists(file) && !isPlain(file)) {
        write(file, content); // a device or pipe: nothing to replace
      } else {
        replace(Files.isSymbolicLink(file) ? file.toRealPath() : file, content);
      }
    } catch (IOException e) {
      throw new Failure(
          ExitCode.NO_OUTPUT, "'%s' cannot be written: %s.".formatted(file, Terminal.reason(e)), e);
    }
  }

  /** Writes itself, piece by piece. */
  interface Content {
    void writeTo(OutputStream out) throws IOException;
  }

  /** A temporary file beside it takes its name once it is whole. */
  private static void replace(Path file, Content content) throws IOException {
    Path whole = Files.createTempFile(folder(file), "." + file.getFileName(), ".tmp");
    try {
      write(whole, content);
      try {
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(whole);
    }
  }

  private static void write(Path file, Content content) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      content.writeTo(out);
    }
  }

  private static boolean isPlain(Path path) {
    return Files.isRegularFile(path);
  }

  private static Path folder(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    return parent == null ? file.toAbsolutePath() : parent;
  }
}
