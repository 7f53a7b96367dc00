package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.Content;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a language model found worth noting.
 *
 * @param facts in the order they were said; none twice
 * @param pieces how many pieces the transcript was read in
 * @since 0.1.0
 */
public record ExtractedFacts(List<Fact> facts, int pieces) {
  /**
   * One thing worth noting, as the model put it: nobody has checked it.
   *
   * @param text a sentence, never blank
   * @param evidence ids of utterances that the model named and that exist
   */
  public record Fact(Content kind, String text, List<String> evidence) {
    public Fact {
      Objects.requireNonNull(kind, "kind");
      if (text.isBlank()) {
        throw new IllegalArgumentException("A fact needs text");
      }
      evidence = List.copyOf(evidence);
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Fact[" + kind + ", " + evidence + "]";
    }
  }

  public ExtractedFacts {
    facts = merged(facts);
  }

  /** What two pieces both say stands once, with the evidence of both. */
  private static List<Fact> merged(List<Fact> facts) {
    Map<String, Fact> byText = new LinkedHashMap<>();
    for (Fact fact : facts) {
      byText.merge(
          fact.kind() + fact.text().toLowerCase(Locale.ROOT),
          fact,
          (first, second) -> {
            Set<String> evidence = new LinkedHashSet<>(first.evidence());
            evidence.addAll(second.evidence());
            return new Fact(first.kind(), first.text(), new ArrayList<>(evidence));
          });
    }
    return List.copyOf(byText.values());
  }
}
