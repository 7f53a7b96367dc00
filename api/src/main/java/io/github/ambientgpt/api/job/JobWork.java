package io.github.ambientgpt.api.job;

import io.github.ambientgpt.core.progress.Monitor;

/**
 * One kind of long work. A bean of this type is found by its kind. When the process dies, another
 * begins the same work anew: nothing is kept before {@link Outcome#keep}.
 *
 * @param <I> what it is told, kept as JSON
 */
public interface JobWork<I> {
  /** Never changes; small letters and hyphens. */
  String kind();

  Class<I> input();

  /**
   * Does the work. In no transaction and for no current user: it is for the one who asked for it.
   *
   * @param monitor says when to stop, within a second; takes the progress
   * @throws JobFailure when it fails and something can be kept
   * @throws RuntimeException when it fails; the message of one of ours is shown
   */
  Outcome run(Job job, I input, Monitor monitor);

  /** What came of it. */
  @FunctionalInterface
  interface Outcome {
    /**
     * Keeps it, in the transaction in which the job ends: once, however many processes tried.
     *
     * @return the path of what was made, such as {@code /api/v1/notes/0199…}
     */
    String keep();
  }
}
