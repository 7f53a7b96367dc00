package io.github.ambientgpt.core.check;

/** Words that differ by a slip of the pen. */
final class Spelling {
  private static final int LONG = 9;

  private Spelling() {}

  /** One letter is missing, too many, another, or two change places; of long words two letters. */
  static boolean isNear(String word, String other) {
    int most = word.length() >= LONG ? 2 : 1;
    if (Math.abs(word.length() - other.length()) > most || word.charAt(0) != other.charAt(0)) {
      return false;
    }
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= word.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = diagonal + (word.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()] <= most;
  }
}
