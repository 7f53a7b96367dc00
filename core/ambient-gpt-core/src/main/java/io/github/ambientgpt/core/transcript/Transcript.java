package io.github.ambientgpt.core.transcript;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What was said in a visit, turn by turn.
 *
 * @param language BCP 47, such as {@code en}; {@code und} when not known
 * @param recognition how it came to be
 * @param utterances in the order they were said, each id once; empty when no speech was recognized
 * @since 0.1.0
 */
public record Transcript(String language, Recognition recognition, List<Utterance> utterances) {
  public Transcript {
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(recognition, "recognition");
    utterances = List.copyOf(utterances);
    Map<String, Utterance> seen = new LinkedHashMap<>();
    for (Utterance utterance : utterances) {
      if (seen.put(utterance.id(), utterance) != null) {
        throw new IllegalArgumentException(
            "Utterance ids are unique, but " + utterance.id() + " stands twice");
      }
    }
  }

  /** True when no speech was recognized. */
  public boolean isEmpty() {
    return utterances.isEmpty();
  }

  public Optional<Utterance> utterance(String id) {
    return utterances.stream().filter(u -> u.id().equals(id)).findFirst();
  }

  public Transcript withUtterances(List<Utterance> others) {
    return new Transcript(language, recognition, others);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Transcript["
        + language
        + ", "
        + recognition
        + ", "
        + utterances.size()
        + " utterances]";
  }
}
