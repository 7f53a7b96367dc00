package io.github.ambientgpt.api.live;

import java.nio.FloatBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Sound that a recognizer has not heard yet, in order. Any thread adds to it, one takes from it.
 */
final class Backlog {
  private final int most;
  private final Deque<float[]> frames = new ArrayDeque<>();
  private int samples;
  private boolean ended;

  /**
   * @param most how many samples may wait
   */
  Backlog(int most) {
    this.most = most;
  }

  /**
   * Never waits.
   *
   * @return false when there is no room for it
   */
  synchronized boolean add(float[] frame) {
    if (samples + frame.length > most) {
      return false;
    }
    if (frame.length > 0 && !ended) {
      frames.add(frame);
      samples += frame.length;
      notifyAll();
    }
    return true;
  }

  /** What waits is still taken, and nothing more comes. */
  synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** Nobody wants what waits. */
  synchronized void drop() {
    frames.clear();
    samples = 0;
    end();
  }

  /**
   * Waits until there is something: a frame, or as many as come to no more than these samples.
   *
   * @return empty at the end
   */
  synchronized float[] take(int atOnce) throws InterruptedException {
    while (frames.isEmpty() && !ended) {
      wait();
    }
    int room = frames.isEmpty() ? 0 : Math.max(atOnce, frames.element().length);
    FloatBuffer taken = FloatBuffer.allocate(room);
    while (!frames.isEmpty() && frames.element().length <= taken.remaining()) {
      taken.put(frames.remove());
    }
    samples -= taken.position();
    return Arrays.copyOf(taken.array(), taken.position());
  }
}
