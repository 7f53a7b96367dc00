package io.github.ambientgpt.core.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * ROUGE as the papers on ACI-BENCH compute it: lower case, split on what is no letter or digit, no
 * stemming.
 */
final class Rouge {
  private Rouge() {}

  /** F1 of n-grams, 0 to 100. */
  static double f1(String candidate, String reference, int n) {
    Map<List<String>, Integer> a = grams(candidate, n);
    Map<List<String>, Integer> b = grams(reference, n);
    int overlap = 0;
    for (Map.Entry<List<String>, Integer> entry : a.entrySet()) {
      overlap += Math.min(entry.getValue(), b.getOrDefault(entry.getKey(), 0));
    }
    int total =
        a.values().stream().mapToInt(i -> i).sum() + b.values().stream().mapToInt(i -> i).sum();
    return total == 0 ? 0 : 200.0 * overlap / total;
  }

  private static Map<List<String>, Integer> grams(String text, int n) {
    List<String> words =
        Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+"))
            .filter(w -> !w.isEmpty())
            .toList();
    Map<List<String>, Integer> grams = new HashMap<>();
    for (int i = 0; i + n <= words.size(); i++) {
      grams.merge(words.subList(i, i + n), 1, Integer::sum);
    }
    return grams;
  }
}
