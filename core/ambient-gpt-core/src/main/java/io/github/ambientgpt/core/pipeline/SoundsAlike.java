package io.github.ambientgpt.core.pipeline;

import java.util.Locale;

/**
 * Whether two words sound alike, roughly: letters that are often heard for each other are made the
 * same, and then few of them may differ.
 */
final class SoundsAlike {
  private static final double ALIKE = 0.6;

  private SoundsAlike() {}

  static boolean alike(String first, String second) {
    String a = key(first);
    String b = key(second);
    int longer = Math.max(a.length(), b.length());
    return longer == 0 || 1 - (double) distance(a, b) / longer >= ALIKE;
  }

  /** The letters alone, those that sound the same written the same way. */
  static String key(String words) {
    return words
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "")
        .replace("ph", "f")
        .replace("x", "ks")
        .replaceAll("[ckq]+", "k")
        .replaceAll("[sz]+", "s")
        .replaceAll("[iy]+|ee|ea", "i")
        .replaceAll("(.)\\1+", "$1");
  }

  /** Levenshtein's. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(before[j], row[j - 1]));
      }
      before = row;
    }
    return before[b.length()];
  }
}
