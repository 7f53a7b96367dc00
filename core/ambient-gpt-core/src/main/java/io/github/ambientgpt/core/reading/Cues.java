package io.github.ambientgpt.core.reading;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The table of cues, as a trie over words, and the classes of words. What negates, supposes, ends
 * or belongs to whom stands here and nowhere else. {@code *n't} stands for every word that ends so.
 */
final class Cues {
  private static final Node ROOT = new Node();
  private static final Map<WordClass, Set<String>> CLASSES = new EnumMap<>(WordClass.class);

  static {
    Table.read(
        Cues.class,
        "cues.tsv",
        row -> {
          Cue cue =
              new Cue(
                  Cue.Sense.valueOf(row.get(0)),
                  Cue.Direction.valueOf(row.get(1)),
                  Integer.parseInt(row.get(2)));
          Table.alternatives(row.get(3)).forEach(phrase -> add(phrase, cue));
        });
    Table.read(
        Cues.class,
        "words.tsv",
        row ->
            CLASSES
                .computeIfAbsent(WordClass.valueOf(row.get(0)), c -> new HashSet<>())
                .addAll(Table.alternatives(row.get(1))));
  }

  private static final class Node {
    final Map<String, Node> next = new HashMap<>();
    final List<Cue> cues = new ArrayList<>(1);
  }

  private Cues() {}

  private static void add(String phrase, Cue cue) {
    Node node = ROOT;
    for (String word : phrase.split(" ")) {
      node = node.next.computeIfAbsent(word, w -> new Node());
    }
    node.cues.add(cue);
  }

  static boolean is(WordClass wordClass, String word) {
    return CLASSES.get(wordClass).contains(word);
  }

  /** Whether a word denies by itself. */
  static boolean isNegator(String word) {
    Node node = ROOT.next.get(word.endsWith("n't") ? "*n't" : word);
    return node != null
        && node.cues.stream()
            .anyMatch(
                cue -> cue.sense() == Cue.Sense.DENIED && cue.direction() == Cue.Direction.FORWARD);
  }

  /**
   * The cues of a text from left to right; of those of one sense that overlap the first, and the
   * longest.
   */
  static List<Tokens.Found<Cue>> in(Tokens tokens) {
    List<Tokens.Found<Cue>> found = new ArrayList<>();
    int[] taken = new int[Cue.Sense.values().length];
    for (int i = 0; i < tokens.size(); i++) {
      List<Tokens.Found<Cue>> here = new ArrayList<>();
      if (tokens.word(i).endsWith("n't")) {
        for (Cue cue : ROOT.next.get("*n't").cues) {
          here.add(new Tokens.Found<>(cue, new Range(i, i + 1)));
        }
      }
      Node node = ROOT;
      for (int j = i; j < tokens.size() && (node = node.next.get(tokens.word(j))) != null; j++) {
        for (Cue cue : node.cues) {
          here.add(new Tokens.Found<>(cue, new Range(i, j + 1)));
        }
      }
      for (Cue.Sense sense : Cue.Sense.values()) {
        int to =
            here.stream()
                .filter(cue -> cue.value().sense() == sense)
                .mapToInt(cue -> cue.words().to())
                .max()
                .orElse(-1);
        if (to >= 0 && i >= taken[sense.ordinal()]) {
          here.stream()
              .filter(cue -> cue.value().sense() == sense && cue.words().to() == to)
              .forEach(found::add);
          taken[sense.ordinal()] = to;
        }
      }
    }
    return found;
  }
}
