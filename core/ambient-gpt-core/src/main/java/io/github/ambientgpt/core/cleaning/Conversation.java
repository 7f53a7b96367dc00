package io.github.ambientgpt.core.cleaning;

import java.util.List;

/**
 * A visit as its cleaned clauses, turn by turn. Made by {@link CleanStage}.
 *
 * @since 0.1.0
 */
public final class Conversation {
  private final List<Turn> turns;
  private final int words;

  /**
   * @param words how many were said, fillers and all
   */
  Conversation(List<Turn> turns, int words) {
    this.turns = List.copyOf(turns);
    this.words = words;
  }

  public List<Turn> turns() {
    return turns;
  }

  public int words() {
    return words;
  }
}
