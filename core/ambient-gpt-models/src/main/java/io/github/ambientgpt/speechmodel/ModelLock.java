package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.error.EngineException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Keeps others, in this process or another, from changing the same model at the same time. All
 * models share one hidden file, and each locks a byte of its own in it: nothing has to be cleaned
 * up, and the system lets go of it when a process dies.
 */
final class ModelLock {
  private static final String FILE = ".lock";

  private ModelLock() {}

  /**
   * Does something that nobody else does to this model meanwhile.
   *
   * @param name of the model's file or folder
   * @throws EngineException when somebody else is at it
   */
  static <T> T holding(Path folder, String name, Supplier<T> work) {
    Path file = folder.resolve(FILE);
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      if (!lock(channel, name)) {
        throw EngineException.passing(
            "%s is being downloaded or changed by another program: wait until that is done."
                .formatted(folder.resolve(name)),
            null);
      }
      return work.get();
    } catch (IOException e) {
      throw Disk.cannotWrite(file, e);
    }
  }

  private static boolean lock(FileChannel channel, String name) throws IOException {
    try {
      return channel.tryLock(name.hashCode() & Integer.MAX_VALUE, 1, false) != null;
    } catch (OverlappingFileLockException e) {
      return false; // somebody in this process has it
    }
  }
}
