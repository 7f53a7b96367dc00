package io.github.ambientgpt.api.storage;

import java.nio.file.Path;

/** The folder of the data cannot be used, so that nothing can be kept. */
final class DataFolderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param folder that cannot be made, or in which nothing can be made
   */
  DataFolderException(Path folder, Exception cause) {
    super(
        "In the folder of the data, %s, nothing can be written (%s)."
            .formatted(folder, cause.getClass().getSimpleName()),
        cause);
  }
}
