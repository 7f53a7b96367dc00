package io.github.ambientgpt.core.progress;

import io.github.ambientgpt.core.error.AmbientGptException;

/**
 * One step from a transcript to a note. Thread-safe.
 *
 * @param <I> what it is given
 * @param <O> what it makes of that
 * @since 0.1.0
 */
public interface Stage<I, O> {
  /** One word for progress and timing, such as {@code extract}. */
  String name();

  /**
   * @throws AmbientGptException when it cannot; the pipeline then falls back
   */
  O run(I input, Monitor monitor);
}
