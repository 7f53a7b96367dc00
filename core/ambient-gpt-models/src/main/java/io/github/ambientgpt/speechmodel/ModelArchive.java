package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A zip file with the folder of a Vosk model. It is not trusted: no entry leaves the folder, none
 * takes another's place, and it does not grow beyond measure. Links in it become plain files.
 */
final class ModelArchive implements AutoCloseable {
  static final String STAGE = "unpack";

  private static final int MOST_FILES = 10_000;

  /** Vosk's archives grow to less than twice their size. */
  private static final int MOST_GROWTH = 20;

  /** Small archives may grow more, to this. */
  private static final long HARMLESS = 16 << 20;

  private final Path path;
  private final ZipFile zip;
  private final List<ZipEntry> files = new ArrayList<>();
  private final String top;

  private ModelArchive(Path path, ZipFile zip) {
    this.path = path;
    this.zip = zip;
    zip.stream().filter(entry -> !entry.isDirectory()).limit(MOST_FILES + 1L).forEach(files::add);
    this.top = top();
  }

  /**
   * Looks at the archive's list of files.
   *
   * @throws InvalidInputException when it is none, or not safe, or holds no Vosk model
   */
  static ModelArchive open(Path path) {
    ModelArchive archive = null;
    boolean good = false;
    try {
      archive = new ModelArchive(path, new ZipFile(path.toFile()));
      archive.require();
      good = true;
      return archive;
    } catch (ZipException e) {
      throw new InvalidInputException(
          "%s is no zip file, or is cut short: get it again.".formatted(path), e);
    } catch (IOException e) {
      throw Disk.cannotRead(path, e);
    } finally {
      if (!good && archive != null) {
        archive.close();
      }
    }
  }

  private void require() {
    if (files.size() > MOST_FILES || size() > Math.max(HARMLESS, length() * MOST_GROWTH)) {
      throw new InvalidInputException(
          "%s was not unpacked: it would grow beyond measure, as no model does.".formatted(path));
    }
    for (ZipEntry entry : files) {
      requireInside(entry.getName());
    }
    if (!has("am/final.mdl") && !has("final.mdl")) {
      throw new InvalidInputException(
          "%s holds no Vosk model: there is no file final.mdl in it.".formatted(path));
    }
  }

  private void requireInside(String name) {
    for (String step : name.split("/", -1)) {
      if (step.isEmpty() || step.equals(".") || step.equals("..") || step.matches(".*[\\\\:].*")) {
        throw new InvalidInputException(
            "%s was not unpacked: a file in it would land outside of its folder.".formatted(path));
      }
    }
  }

  private boolean has(String file) {
    return zip.getEntry(top + file) != null;
  }

  private long length() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw Disk.cannotRead(path, e);
    }
  }

  /** The folder that all files lie in, with a slash; empty when there is no such folder. */
  private String top() {
    Optional<String> first =
        files.stream().findFirst().map(entry -> entry.getName().replaceFirst("/.*", "/"));
    return first
        .filter(it -> files.stream().allMatch(entry -> entry.getName().startsWith(it)))
        .orElse("");
  }

  /** What it takes unpacked, in bytes, as it says itself. */
  long size() {
    return files.stream().mapToLong(entry -> Math.max(0, entry.getSize())).sum();
  }

  /**
   * @param folder made by this
   * @throws CancelledException when the monitor says so; the folder is then for the caller to
   *     remove, as after every failure
   */
  void unpack(Path folder, Monitor monitor) {
    long total = size();
    long done = 0;
    for (ZipEntry entry : files) {
      monitor.report(STAGE, total == 0 ? 0 : (double) done / total);
      done += unpack(entry, folder.resolve(entry.getName().substring(top.length())), monitor);
    }
    monitor.report(STAGE, 1);
  }

  private long unpack(ZipEntry entry, Path target, Monitor monitor) {
    Disk.makeFolder(target.getParent());
    long written = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = zip.getInputStream(entry);
        OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
      for (int count = read(in, buffer); count >= 0; count = read(in, buffer)) {
        monitor.checkCancelled();
        written += count;
        if (written > entry.getSize()) {
          throw broken(null);
        }
        out.write(buffer, 0, count);
      }
    } catch (IOException e) {
      throw Disk.cannotWrite(target, e);
    }
    return written;
  }

  /** A broken archive is not a broken disk. */
  private int read(InputStream in, byte[] buffer) {
    try {
      return in.read(buffer);
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private InvalidInputException broken(IOException cause) {
    return new InvalidInputException(
        "%s is broken: a file in it cannot be unpacked. Get it again.".formatted(path), cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      // it was only read
    }
  }
}
