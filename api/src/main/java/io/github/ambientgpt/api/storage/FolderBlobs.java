package io.github.ambientgpt.api.storage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** Files in a folder. One that is being written has another name until it is whole and on disk. */
final class FolderBlobs implements Blobs {
  private static final String UNFINISHED = "unfinished";

  private final Path folder;

  FolderBlobs(Path folder) {
    this.folder = folder;
  }

  @Override
  public void write(String key, Content content) throws IOException {
    Path unfinished = Files.createDirectories(folder.resolve(UNFINISHED)).resolve(Ids.next() + "");
    try {
      try (FileChannel channel =
          FileChannel.open(unfinished, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
        content.writeTo(new Unclosed(out));
        out.flush();
        channel.force(true);
      }
      Path target = path(key);
      Files.createDirectories(target.getParent());
      Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
      sync(target.getParent());
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /** A file's name is its folder's content. Windows opens no folder, and needs it not. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // the system does not offer it
    }
  }

  @Override
  public SeekableByteChannel open(String key) throws IOException {
    return FileChannel.open(path(key), StandardOpenOption.READ);
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(path(key));
  }

  @Override
  public List<String> keys(String prefix) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString().replace('\\', '/'))
          .filter(key -> key.startsWith(prefix) && !key.startsWith(UNFINISHED))
          .sorted()
          .toList();
    }
  }

  @Override
  public long room() throws IOException {
    return Files.getFileStore(Files.createDirectories(folder)).getUsableSpace();
  }

  private Path path(String key) {
    Path path = folder.resolve(key).normalize();
    if (!path.startsWith(folder)) {
      throw new IllegalArgumentException("A key leads out of the folder");
    }
    return path;
  }

  /** The channel is synced before it is closed, so that whoever writes must not close it. */
  private static final class Unclosed extends java.io.FilterOutputStream {
    Unclosed(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
