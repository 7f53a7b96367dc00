package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The file system, with its errors as sentences. */
final class Disk {
  /** Room that is left to others. */
  private static final long RESERVE = 64L << 20;

  private Disk() {}

  /**
   * Asks before anything is written.
   *
   * @throws EngineException when there is not so much room
   */
  static void requireRoom(Path folder, long bytes) {
    long free;
    try {
      free = Files.getFileStore(folder).getUsableSpace();
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
    if (free < bytes + RESERVE) {
      throw EngineException.passing(
          "There is not enough room in %s: %s are needed and %s are free. Make room, or use another folder for models."
              .formatted(folder, DataSize.of(bytes + RESERVE), DataSize.of(free)),
          null);
    }
  }

  static void makeFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** Gives a whole file or folder its name; nobody ever sees half of it. */
  static void move(Path whole, Path target) {
    try {
      try {
        Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(whole, target);
      }
    } catch (IOException e) {
      throw cannotWrite(target, e);
    }
  }

  /** Deletes a file, a folder with all that is in it, or a link but not what it links to. */
  static void delete(Path path) {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try {
      Files.walkFileTree(
          path,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.delete(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure)
                throws IOException {
              if (failure != null) {
                throw failure;
              }
              Files.delete(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      throw cannotWrite(path, e);
    }
  }

  /** The plain files at or below a path, sorted. */
  static List<Path> files(Path path) {
    try (Stream<Path> all = Files.walk(path)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw cannotRead(path, e);
    } catch (UncheckedIOException e) {
      throw cannotRead(path, e.getCause());
    }
  }

  /** In bytes; of a folder, of all that is in it. */
  static long size(Path path) {
    long sum = 0;
    for (Path file : files(path)) {
      try {
        sum += Files.size(file);
      } catch (IOException e) {
        throw cannotRead(file, e);
      }
    }
    return sum;
  }

  static EngineException cannotWrite(Path path, IOException e) {
    return EngineException.passing(
        "%s cannot be written: %s. Check its permissions and the disk.".formatted(path, reason(e)),
        e);
  }

  static InvalidInputException cannotRead(Path path, IOException e) {
    return new InvalidInputException(
        "%s cannot be read: %s. Check its permissions and the disk.".formatted(path, reason(e)), e);
  }

  private static String reason(IOException e) {
    if (e instanceof FileSystemException f && f.getReason() != null) {
      return f.getReason();
    }
    return e.getMessage() == null || e instanceof FileSystemException
        ? e.getClass().getSimpleName()
        : e.getMessage();
  }
}
