package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.transcript.Utterance;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An utterance's cleaned words and what was changed.
 *
 * @param id of the utterance
 * @param text never blank
 * @param changes from left to right; none when the text is as it was
 * @param refused why a change that was proposed was not made: what kind of thing it would have
 *     altered; empty when none was refused
 * @since 0.1.0
 */
public record CleanedUtterance(
    String id, String text, List<Change> changes, Optional<String> refused) {
  /**
   * Words that were replaced.
   *
   * @param begin index of the first character replaced, in the original text
   * @param end index after the last one; equal to {@code begin} where words were only added
   * @param from what stood there; empty where words were only added
   * @param cleanedBegin index of the first character of what stands there now, in the cleaned text
   * @param cleanedEnd index after the last one
   * @param to what stands there now; empty where words were only removed
   */
  public record Change(
      int begin, int end, String from, int cleanedBegin, int cleanedEnd, String to) {
    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Change[" + begin + " to " + end + "]";
    }
  }

  public CleanedUtterance {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(refused, "refused");
    if (text.isBlank()) {
      throw new IllegalArgumentException("A cleaned utterance has text");
    }
    changes = List.copyOf(changes);
  }

  static CleanedUtterance unchanged(Utterance utterance) {
    return new CleanedUtterance(utterance.id(), utterance.text(), List.of(), Optional.empty());
  }

  Utterance applied(Utterance original) {
    return changes.isEmpty()
        ? original
        : new Utterance(id, original.speaker(), original.span(), text, List.of());
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "CleanedUtterance[" + id + ", " + changes.size() + " changes]";
  }
}
