package io.github.ambientgpt.core.note;

import java.util.List;
import java.util.Set;

/**
 * What a note leaves out.
 *
 * @param relevant ids of the utterances that a clinician would expect to find in a note
 * @param omitted those of them that no statement rests on
 * @since 0.1.0
 */
public record Coverage(List<String> relevant, List<String> omitted) {
  /** Of a note that nobody has checked. */
  public static final Coverage UNKNOWN = new Coverage(List.of(), List.of());

  public Coverage {
    relevant = List.copyOf(relevant);
    omitted = List.copyOf(omitted);
    if (!Set.copyOf(relevant).containsAll(omitted)) {
      throw new IllegalArgumentException("What is omitted must be among what is relevant");
    }
  }

  /** The share of relevant utterances that the note rests on, 0 to 1; 1 when none is relevant. */
  public double share() {
    return relevant.isEmpty() ? 1 : 1 - (double) omitted.size() / relevant.size();
  }
}
