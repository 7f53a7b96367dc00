package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A transcript and its cleaned words, beside each other.
 *
 * @param original as it was recognized; what notes are checked against
 * @param utterances one for each of the original, in its order
 * @param fallback why something simpler than what was asked for cleaned it, or some of it; empty
 *     when it went as asked
 * @since 0.1.0
 */
public record CleanedTranscript(
    Transcript original, List<CleanedUtterance> utterances, Optional<String> fallback) {
  public CleanedTranscript {
    Objects.requireNonNull(original, "original");
    Objects.requireNonNull(fallback, "fallback");
    utterances = List.copyOf(utterances);
    if (!utterances.stream()
        .map(CleanedUtterance::id)
        .toList()
        .equals(original.utterances().stream().map(Utterance::id).toList())) {
      throw new IllegalArgumentException("Each utterance has its cleaned one, in the same order");
    }
  }

  /** A transcript that nobody cleaned. */
  public static CleanedTranscript unchanged(Transcript original) {
    List<CleanedUtterance> same =
        original.utterances().stream().map(CleanedUtterance::unchanged).toList();
    return new CleanedTranscript(original, same, Optional.empty());
  }

  /**
   * The cleaned words, each under the id and the speaker they were said by. An utterance that was
   * changed has no times of words any more.
   */
  public Transcript transcript() {
    return original.withUtterances(
        java.util.stream.IntStream.range(0, utterances.size())
            .mapToObj(i -> utterances.get(i).applied(original.utterances().get(i)))
            .toList());
  }
}
