package io.github.ambientgpt.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * ROUGE as the papers on ACI-BENCH compute it: lower case, split on what is no letter or digit, no
 * stemming. F1, 0 to 100.
 */
record Rouge(double one, double two, double lsum) {
  static final Rouge NONE = new Rouge(0, 0, 0);

  static Rouge of(String candidate, String reference) {
    return new Rouge(
        f1(candidate, reference, 1), f1(candidate, reference, 2), lsum(candidate, reference));
  }

  /** The mean of each; zeros for none. */
  static Rouge mean(List<Rouge> scores) {
    double one = scores.stream().mapToDouble(Rouge::one).average().orElse(0);
    double two = scores.stream().mapToDouble(Rouge::two).average().orElse(0);
    double lsum = scores.stream().mapToDouble(Rouge::lsum).average().orElse(0);
    return new Rouge(one, two, lsum);
  }

  /** F1 of n-grams. */
  static double f1(String candidate, String reference, int n) {
    Map<List<String>, Integer> a = grams(candidate, n);
    Map<List<String>, Integer> b = grams(reference, n);
    int overlap = 0;
    for (Map.Entry<List<String>, Integer> entry : a.entrySet()) {
      overlap += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
    }
    return f1(overlap, total(a), total(b));
  }

  /**
   * F1 of the longest common subsequences of lines: for each line of the reference the union of
   * those with every line of the candidate, no word counted more often than it stands in either.
   */
  static double lsum(String candidate, String reference) {
    List<List<String>> theirs = lines(candidate);
    Map<List<String>, Integer> left = grams(candidate, 1);
    Map<List<String>, Integer> right = grams(reference, 1);
    int total = total(left) + total(right);
    int hits = 0;
    for (List<String> line : lines(reference)) {
      TreeSet<Integer> union = new TreeSet<>();
      theirs.forEach(other -> union.addAll(subsequence(line, other)));
      for (int index : union) {
        List<String> word = List.of(line.get(index));
        if (left.getOrDefault(word, 0) > 0 && right.getOrDefault(word, 0) > 0) {
          left.merge(word, -1, Integer::sum);
          right.merge(word, -1, Integer::sum);
          hits++;
        }
      }
    }
    return total == 0 ? 0 : 200.0 * hits / total;
  }

  private static double f1(int overlap, int a, int b) {
    return a + b == 0 ? 0 : 200.0 * overlap / (a + b);
  }

  private static int total(Map<List<String>, Integer> grams) {
    return grams.values().stream().mapToInt(i -> i).sum();
  }

  private static List<List<String>> lines(String text) {
    return text.lines().map(Rouge::words).filter(line -> !line.isEmpty()).toList();
  }

  private static List<String> words(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
        .filter(w -> !w.isEmpty())
        .toList();
  }

  private static Map<List<String>, Integer> grams(String text, int n) {
    List<String> words = words(text);
    Map<List<String>, Integer> grams = new HashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      grams.merge(words.subList(i, i + n), 1, Integer::sum);
    }
    return grams;
  }

  /** Indexes of one line's words that are a longest common subsequence with the other's. */
  private static List<Integer> subsequence(List<String> line, List<String> other) {
    int[][] length = new int[line.size() + 1][other.size() + 1];
    for (int i = 1; i <= line.size(); i++) {
      for (int j = 1; j <= other.size(); j++) {
        length[i][j] =
            line.get(i - 1).equals(other.get(j - 1))
                ? length[i - 1][j - 1] + 1
                : Math.max(length[i - 1][j], length[i][j - 1]);
      }
    }
    List<Integer> indexes = new ArrayList<>();
    int i = line.size();
    int j = other.size();
    while (i > 0 && j > 0) {
      if (line.get(i - 1).equals(other.get(j - 1))) {
        indexes.add(--i);
        j--;
      } else if (length[i][j - 1] > length[i - 1][j]) {
        j--;
      } else {
        i--;
      }
    }
    return indexes;
  }
}
