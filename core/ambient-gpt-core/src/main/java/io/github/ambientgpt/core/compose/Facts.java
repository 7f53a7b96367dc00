package io.github.ambientgpt.core.compose;

import java.util.List;

/**
 * What is worth noting of a visit, in the order it was said. Made by {@link ExtractStage}.
 *
 * @since 0.1.0
 */
public final class Facts {
  private final List<Fact> all;
  private final List<MeasuredFacts.Measured> measured;
  private final Pronouns pronouns;
  private final int wordsSaid;

  Facts(List<Fact> all, List<MeasuredFacts.Measured> measured, Pronouns pronouns, int wordsSaid) {
    this.all = List.copyOf(all);
    this.measured = List.copyOf(measured);
    this.pronouns = pronouns;
    this.wordsSaid = wordsSaid;
  }

  /** The same with names as they are written. */
  Facts named(WrittenNames names) {
    return new Facts(
        all.stream().map(fact -> fact.named(names)).toList(),
        measured.stream().map(fact -> fact.named(names)).toList(),
        pronouns,
        wordsSaid);
  }

  List<Fact> all() {
    return all;
  }

  /** What no note leaves out; others may say it already. */
  List<MeasuredFacts.Measured> measured() {
    return measured;
  }

  Pronouns pronouns() {
    return pronouns;
  }

  /** How many words the visit had. */
  int wordsSaid() {
    return wordsSaid;
  }
}
