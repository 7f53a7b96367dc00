package io.github.ambientgpt.bridge.queue;

import java.util.Optional;
import java.util.concurrent.FutureTask;

/** One request's seat in the queue, then its slot. Thread-safe. */
public final class Ticket extends FutureTask<Void> {
  private final RequestQueue queue;

  Ticket(RequestQueue queue, Runnable work) {
    super(work, null);
    this.queue = queue;
  }

  /** Gives the seat or the slot back at once; whoever works is interrupted. */
  public void giveBack() {
    if (cancel(true)) {
      queue.left(this);
    }
  }

  /** Where it waits now; empty when it does not, or no longer. */
  public Optional<Place> place() {
    return queue.place(this);
  }
}
