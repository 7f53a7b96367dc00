package io.github.ambientgpt.core.english;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups of words and phrases from {@code phrases.tsv}: fillers, openers, answers, cues of a
 * section and the like. Immutable.
 *
 * @since 0.1.0
 */
public final class Phrases {
  private static final int LONGEST = 8;

  private final Map<String, Set<String>> groups;

  private Phrases(Map<String, Set<String>> groups) {
    this.groups = groups;
  }

  public static Phrases english() {
    return Holder.ENGLISH;
  }

  /**
   * All of a group.
   *
   * @throws IllegalArgumentException when the table has no such group
   */
  public Set<String> group(String name) {
    Set<String> group = groups.get(name);
    if (group == null) {
      throw new IllegalArgumentException("phrases.tsv has no group " + name);
    }
    return group;
  }

  public boolean has(String name, String phrase) {
    return group(name).contains(phrase);
  }

  /** How many tokens the longest phrase of the group has that begins here; 0 for none. */
  public int at(String name, List<Token> tokens, int from) {
    Set<String> group = group(name);
    StringBuilder phrase = new StringBuilder();
    int longest = 0;
    for (int i = from; i < tokens.size() && i < from + LONGEST; i++) {
      if (!tokens.get(i).isWord()) {
        break;
      }
      phrase.append(i == from ? "" : " ").append(tokens.get(i).text());
      if (group.contains(phrase.toString())) {
        longest = i - from + 1;
      }
    }
    return longest;
  }

  /** True when a phrase of the group stands anywhere. */
  public boolean within(String name, List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      if (at(name, tokens, i) > 0) {
        return true;
      }
    }
    return false;
  }

  private static Phrases read(String resource) {
    Map<String, Set<String>> groups = new HashMap<>();
    Table.read(
        Phrases.class,
        resource,
        row -> groups.computeIfAbsent(row.get(0), name -> new HashSet<>()).add(row.get(1)));
    groups.replaceAll((name, phrases) -> Set.copyOf(phrases));
    return new Phrases(groups);
  }

  private static final class Holder {
    static final Phrases ENGLISH = read("phrases.tsv");
  }
}
