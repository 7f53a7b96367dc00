package io.github.ambientgpt.core.progress;

import io.github.ambientgpt.core.error.CancelledException;

/**
 * Watches long work and can stop it. Called by the thread that does the work.
 *
 * @since 0.1.0
 */
public interface Monitor {
  /** Watches nothing and never stops anything. */
  Monitor NONE =
      new Monitor() {
        @Override
        public void report(String stage, double fraction) {}

        @Override
        public boolean isCancelled() {
          return false;
        }
      };

  /**
   * Says how far a stage has come. Quick; may be called often.
   *
   * @param stage what is being done, such as {@code transcribe}
   * @param fraction 0 to 1, never falling within a stage; NaN when it cannot be known
   */
  void report(String stage, double fraction);

  /** True once somebody asked to stop; then it stays true. Any thread may set it. */
  boolean isCancelled();

  /**
   * To be called between pieces of work that take no more than a few seconds each.
   *
   * @throws CancelledException when somebody asked to stop
   */
  default void checkCancelled() {
    if (isCancelled()) {
      throw new CancelledException();
    }
  }
}
