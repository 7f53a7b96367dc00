package io.github.ambientgpt.core.pipeline;

import io.github.ambientgpt.core.note.NoteLength;
import java.util.Objects;

/**
 * How a note is written. But for its length, this is for language models.
 *
 * @param approach in stages, or with a single prompt
 * @param labelSpeakers whether the model is asked who speaks when the transcript does not say
 * @param clean whether the model first corrects what the recognizer misheard; the checker still
 *     judges by the words as they were recognized
 * @param review whether the model reviews its draft
 * @param maxIterations how often a draft may be written anew after a review, 0 to 10
 * @param scoreLimit the score of a review, 0 to 100, from which a draft is good enough
 * @param length how much the note says; a model is asked for it, the built-in composer keeps to it
 * @since 0.1.0
 */
public record PipelineOptions(
    Approach approach,
    boolean labelSpeakers,
    boolean clean,
    boolean review,
    int maxIterations,
    int scoreLimit,
    NoteLength length) {
  /** How the work is cut. */
  public enum Approach {
    /** Facts first, then the note, then a review; a transcript of any length. */
    STAGES,
    /** The note from the transcript in one go, if that fits the model's context. */
    SINGLE_PROMPT
  }

  /** In stages, reviewed, written anew at most once if the score is below 90; no cleaning. */
  public static final PipelineOptions DEFAULT =
      new PipelineOptions(Approach.STAGES, true, false, true, 1, 90, NoteLength.STANDARD);

  public PipelineOptions {
    Objects.requireNonNull(approach, "approach");
    Objects.requireNonNull(length, "length");
    if (!(0 <= maxIterations && maxIterations <= 10)) {
      throw new IllegalArgumentException("Iterations are 0 to 10, but are " + maxIterations);
    }
    if (!(0 <= scoreLimit && scoreLimit <= 100)) {
      throw new IllegalArgumentException("A score is 0 to 100, but is " + scoreLimit);
    }
  }

  public PipelineOptions withApproach(Approach other) {
    return new PipelineOptions(
        other, labelSpeakers, clean, review, maxIterations, scoreLimit, length);
  }

  public PipelineOptions withLabelSpeakers(boolean other) {
    return new PipelineOptions(approach, other, clean, review, maxIterations, scoreLimit, length);
  }

  public PipelineOptions withClean(boolean other) {
    return new PipelineOptions(
        approach, labelSpeakers, other, review, maxIterations, scoreLimit, length);
  }

  public PipelineOptions withReview(boolean other) {
    return new PipelineOptions(
        approach, labelSpeakers, clean, other, maxIterations, scoreLimit, length);
  }

  public PipelineOptions withMaxIterations(int other) {
    return new PipelineOptions(approach, labelSpeakers, clean, review, other, scoreLimit, length);
  }

  public PipelineOptions withScoreLimit(int other) {
    return new PipelineOptions(
        approach, labelSpeakers, clean, review, maxIterations, other, length);
  }

  public PipelineOptions withLength(NoteLength other) {
    return new PipelineOptions(
        approach, labelSpeakers, clean, review, maxIterations, scoreLimit, other);
  }
}
