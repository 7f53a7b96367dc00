package io.github.ambientgpt.core.vocabulary;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Names of drugs by how they are written, to find the one that a recognizer meant. Immutable.
 *
 * <p>Names of one word only, with {@value #LEAST_LETTERS} letters or more: shorter ones are a slip
 * of the tongue away from too many others. Compared by edits (insertion, deletion, replacement, two
 * neighbours exchanged), at most one for each {@value #LETTERS_AN_EDIT} letters.
 */
final class DrugNames {
  private static final int LEAST_LETTERS = 7;
  private static final int LETTERS_AN_EDIT = 5;
  private static final int MOST_EDITS = 3;

  /** By their number of letters. */
  private final Map<Integer, Set<String>> byLength = new TreeMap<>();

  private DrugNames() {}

  static DrugNames load() {
    DrugNames names = new DrugNames();
    for (String table : List.of("drugs.tsv", "drugs-derived.tsv.gz")) {
      Table.read(
          DrugNames.class,
          table,
          row -> {
            names.add(row.get(0));
            Table.alternatives(row.get(1)).forEach(names::add);
          });
    }
    return names;
  }

  private void add(String name) {
    String word = name.toLowerCase(Locale.ROOT);
    if (isWord(word)) {
      byLength.computeIfAbsent(word.length(), length -> new HashSet<>()).add(word);
    }
  }

  /** Whether a word is long enough to be told from others, and of letters only. */
  static boolean isWord(String word) {
    return word.length() >= LEAST_LETTERS && word.chars().allMatch(c -> 'a' <= c && c <= 'z');
  }

  /**
   * The names that are the fewest edits away, in alphabetical order; empty when all are too far.
   *
   * @param word in lower case
   */
  List<String> nearest(String word) {
    int most = Math.min(MOST_EDITS, word.length() / LETTERS_AN_EDIT);
    List<String> nearest = new ArrayList<>();
    for (int length = word.length() - most; length <= word.length() + most; length++) {
      for (String name : byLength.getOrDefault(length, Set.of())) {
        // People and recognizers get the beginning of a name right, or nothing.
        if (name.charAt(0) != word.charAt(0)) {
          continue;
        }
        int edits = edits(word, name, most);
        if (edits <= most) {
          if (edits < most) {
            nearest.clear();
            most = edits;
          }
          nearest.add(name);
        }
      }
    }
    nearest.sort(null);
    return List.copyOf(nearest);
  }

  /** Optimal string alignment distance, or one more than {@code most} when it is above that. */
  private static int edits(String a, String b, int most) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      edits[0][j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      edits[i][0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best =
            Math.min(edits[i - 1][j - 1] + same, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
        boolean exchanged =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        edits[i][j] = exchanged ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
        least = Math.min(least, edits[i][j]);
      }
      if (least > most) {
        return most + 1;
      }
    }
    return edits[a.length()][b.length()];
  }
}
