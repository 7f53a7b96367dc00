package io.github.ambientgpt.core.compose;

import java.util.List;

/** What is worth noting of a visit, in the order it was said. Made by {@link ExtractStage}. */
public final class Facts {
  private final List<Fact> all;
  private final Pronouns pronouns;
  private final int wordsSaid;

  Facts(List<Fact> all, Pronouns pronouns, int wordsSaid) {
    this.all = List.copyOf(all);
    this.pronouns = pronouns;
    this.wordsSaid = wordsSaid;
  }

  List<Fact> all() {
    return all;
  }

  Pronouns pronouns() {
    return pronouns;
  }

  /** How many words the visit had. */
  int wordsSaid() {
    return wordsSaid;
  }
}
