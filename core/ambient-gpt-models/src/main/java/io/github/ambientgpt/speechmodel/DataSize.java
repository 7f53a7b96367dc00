package io.github.ambientgpt.speechmodel;

import java.util.Locale;

/**
 * An amount of data as a person reads it, in powers of ten as disks are sold.
 *
 * @since 0.1.0
 */
public final class DataSize {
  private DataSize() {}

  /** Such as {@code 148 MB} or {@code 1.6 GB}. */
  public static String of(long bytes) {
    if (bytes < 1_000_000) {
      return bytes < 1000 ? bytes + " bytes" : "%d kB".formatted(bytes / 1000);
    }
    return bytes < 999_500_000
        ? String.format(Locale.ROOT, "%.0f MB", bytes / 1e6)
        : String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }
}
