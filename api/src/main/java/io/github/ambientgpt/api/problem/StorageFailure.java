package io.github.ambientgpt.api.problem;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;

/** What is behind a failure of the database or of a disk. */
public final class StorageFailure {
  /** PostgreSQL: disk_full. */
  private static final String DISK_FULL = "53100";

  /**
   * H2: input or output failed, the file is damaged, the database was closed: by a full disk, too.
   * Each connection that is made from then on opens it anew.
   */
  private static final Set<Integer> H2_BROKEN = Set.of(90028, 90031, 90030, 90098, 90121, 90007);

  private StorageFailure() {}

  /** Whether there is no room for more. */
  public static boolean isFull(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
        return true;
      }
      if ((each instanceof IOException || each.getClass().getName().startsWith("org.h2."))
          && saysFull(each)) {
        return true;
      }
    }
    return false;
  }

  /** In the words of Linux and macOS, and of Windows. */
  private static boolean saysFull(Throwable failure) {
    String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
    return message.contains("no space left")
        || message.contains("not enough space")
        || message.contains("quota exceeded");
  }

  /** Whether it is the database's own, and not that of what it was told. */
  public static boolean isBroken(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException sql && H2_BROKEN.contains(sql.getErrorCode())) {
        return true;
      }
    }
    return false;
  }
}
