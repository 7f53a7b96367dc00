package io.github.ambientgpt.core.english;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where speech that was written down without marks begins a new sentence: a linear model over the
 * words around a place. Its weights were trained on marked speech by {@code BoundaryTraining} of
 * the bench; they are whole numbers, so that every machine finds the same places. Thread-safe.
 *
 * @since 0.1.0
 */
public final class Boundaries {
  /** The words that count, one or several at once, by their distance from the place. */
  private static final int[][] TEMPLATES = {
    {-4},
    {-3},
    {-2},
    {-1},
    {0},
    {1},
    {2},
    {3},
    {4},
    {-3, -2},
    {-2, -1},
    {-1, 0},
    {0, 1},
    {1, 2},
    {-2, 0},
    {-1, 1},
    {0, 2},
    {-2, -1, 0},
    {-1, 0, 1},
    {0, 1, 2},
    {-2, -1, 0, 1},
    {-1, 0, 1, 2}
  };

  /** Before the first word and after the last one. */
  private static final String EDGE = "#";

  private static final String NUMBER = "0";

  private static final Boundaries ENGLISH = new Boundaries();

  private final List<Node> weights = new ArrayList<>();
  private int bias;

  /** What words add that follow one another in a template. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private int weight;
  }

  private Boundaries() {
    for (int i = 0; i < TEMPLATES.length; i++) {
      weights.add(new Node());
    }
    Table.read(
        Boundaries.class,
        "boundaries.tsv",
        row -> {
          int weight = Integer.parseInt(row.get(2));
          if (row.get(0).equals("bias")) {
            bias = weight;
            return;
          }
          Node node = weights.get(Integer.parseInt(row.get(0)));
          for (String word : row.get(1).split(" ")) {
            node = node.next.computeIfAbsent(word, w -> new Node());
          }
          node.weight = weight;
        });
  }

  /** For American and British English. */
  public static Boundaries english() {
    return ENGLISH;
  }

  /**
   * Whether a sentence ends before a word and another begins there; never before the first word or
   * after the last.
   */
  public boolean before(List<Token> words, int at) {
    if (at <= 0 || at >= words.size() || !words.get(at).isWord()) {
      return false;
    }
    int sum = bias;
    for (int i = 0; i < TEMPLATES.length; i++) {
      Node node = weights.get(i);
      for (int offset : TEMPLATES[i]) {
        node = node.next.get(word(words, at + offset));
        if (node == null) {
          break;
        }
      }
      sum += node == null ? 0 : node.weight;
    }
    return sum > 0;
  }

  /**
   * What the model sees of a place, for its training: the number of a template, a tab and the
   * words.
   *
   * @param words without marks
   * @param at the word before which a sentence may begin
   */
  public static List<String> features(List<Token> words, int at) {
    List<String> features = new ArrayList<>();
    for (int i = 0; i < TEMPLATES.length; i++) {
      StringBuilder feature = new StringBuilder(i + "\t");
      for (int offset : TEMPLATES[i]) {
        feature.append(feature.charAt(feature.length() - 1) == '\t' ? "" : " ");
        feature.append(word(words, at + offset));
      }
      features.add(feature.toString());
    }
    return features;
  }

  private static String word(List<Token> words, int at) {
    if (at < 0 || at >= words.size()) {
      return EDGE;
    }
    Token word = words.get(at);
    return word.type() == Token.Type.NUMBER ? NUMBER : word.text();
  }
}
