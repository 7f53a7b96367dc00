package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.speech.Pcm;
import io.github.ambientgpt.api.user.User;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * A recording that is being made: keeps what comes, in order and once, and hands it to the
 * captions. A frame does not wait for the disk unless more waits for the disk than is kept at once.
 * For any thread; its methods exclude each other, but for frames that come while others are kept.
 */
final class LiveRecording implements AutoCloseable {
  /** Half a second is kept at once: fewer, larger writes. */
  private static final int KEPT_AT_ONCE = 16_000;

  /** Four seconds: whoever sends faster than the disk keeps waits for it. */
  private static final int MOST_PENDING = 128_000;

  /** Held while something is kept; taken before this object's own. */
  private final Object disk = new Object();

  private final LiveStore store;
  private final LiveEnding ending;
  private final User owner;
  private final Captions captions;
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private LiveStore.State state;
  private MessageDigest digest;

  /** Behind {@code state.nextFrame()}, while frames wait to be kept. */
  private long nextFrame;

  /** The captions heard every sample since the first. */
  private boolean heardAll;

  private int connection;
  private long used = System.nanoTime();

  /**
   * @param owner who makes it
   * @param fromStart nothing came before
   */
  LiveRecording(
      LiveStore.State state,
      LiveStore store,
      LiveEnding ending,
      User owner,
      Captions captions,
      boolean fromStart) {
    this.state = state;
    this.store = store;
    this.ending = ending;
    this.owner = owner;
    this.captions = captions;
    this.heardAll = fromStart;
    this.nextFrame = state.nextFrame();
    this.digest = fromStart || state.ended() ? sha256() : digestOfKept();
  }

  UUID id() {
    return state.recordingId();
  }

  /** Whether this is how far it is on disk, too: no other process went on with it. */
  synchronized boolean isAt(LiveStore.State other) {
    return state.nextFrame() == other.nextFrame()
        && state.pieces() == other.pieces()
        && state.ended() == other.ended();
  }

  /** The connection that has it from now on. */
  int takeOver() {
    synchronized (disk) { // what is being kept is kept
      synchronized (this) {
        used = System.nanoTime();
        // What the connection before sent and nobody acknowledged is in memory, and stays.
        return ++connection;
      }
    }
  }

  synchronized int connection() {
    return connection;
  }

  synchronized boolean idleFor(long nanos) {
    return System.nanoTime() - used > nanos;
  }

  synchronized long nextFrame() {
    return nextFrame;
  }

  synchronized boolean ended() {
    return state.ended();
  }

  Captions captions() {
    return captions;
  }

  /**
   * Takes a frame if it is the one that comes next; one that came before is passed over.
   *
   * @param from the connection
   * @return whether enough waits to be kept: it is time for {@link #flush}
   * @throws Gap when frames are missing before it
   */
  boolean frame(int from, long number, ByteBuffer samples) throws Gap {
    int waiting = take(from, number, samples);
    if (waiting > MOST_PENDING) {
      flush(from);
    }
    return waiting >= KEPT_AT_ONCE;
  }

  private synchronized int take(int from, long number, ByteBuffer samples) throws Gap {
    requireOwner(from);
    if (number > nextFrame) {
      throw new Gap(nextFrame);
    }
    if (number < nextFrame || state.ended()) {
      return 0;
    }
    used = System.nanoTime();
    byte[] bytes = new byte[samples.remaining()];
    samples.duplicate().get(bytes);
    pending.writeBytes(bytes);
    digest.update(bytes);
    nextFrame++;
    captions.hear(Pcm.samples(samples));
    return pending.size();
  }

  /** Keeps what waits; the number that is acknowledged now. */
  long flush(int from) {
    synchronized (disk) {
      byte[] samples;
      long next;
      LiveStore.State before;
      synchronized (this) {
        requireOwner(from);
        samples = pending.toByteArray();
        next = nextFrame;
        before = state;
      }
      if (samples.length > 0 && !before.ended()) {
        kept(samples.length, store.append(before, samples, next));
      }
      return next;
    }
  }

  private synchronized void kept(int length, LiveStore.State now) {
    state = now;
    byte[] all = pending.toByteArray();
    pending.reset();
    pending.write(all, length, all.length - length);
  }

  /** Frames are missing. */
  static final class Gap extends Exception {
    private static final long serialVersionUID = 1L;

    final long next;

    Gap(long next) {
      super("A frame is missing");
      this.next = next;
    }
  }

  /**
   * Ends it, when all that was sent is here.
   *
   * @param lastFrame the number of the last one; -1 for none
   * @param sha256 of all samples, as they were sent
   * @return how it ended
   * @throws Gap when something is missing, or is not what was sent: then from the beginning
   */
  LiveStore.State end(int from, long lastFrame, String sha256) throws Gap, IOException {
    synchronized (disk) {
      synchronized (this) {
        requireOwner(from);
        if (state.ended()) {
          return state;
        }
        if (lastFrame + 1 > nextFrame) {
          throw new Gap(nextFrame);
        }
        flush(from);
        String own = HexFormat.of().formatHex(copy(digest).digest());
        if (!own.equalsIgnoreCase(sha256)) {
          state = store.restart(state);
          digest = sha256();
          nextFrame = 0;
          heardAll = false;
          throw new Gap(0);
        }
        state = ending.end(state, own, owner, heardAll ? captions : null);
        return state;
      }
    }
  }

  /** Ends it with what is here, for somebody whose browser is lost. */
  LiveStore.State finish() throws IOException {
    synchronized (disk) {
      synchronized (this) {
        if (state.ended()) {
          state = ending.made(state, owner); // a process may have died before it was
        } else {
          flush(takeOver());
          String own = HexFormat.of().formatHex(copy(digest).digest());
          state = ending.end(state, own, owner, heardAll ? captions : null);
        }
        return state;
      }
    }
  }

  private void requireOwner(int from) {
    if (from != connection) {
      throw new LiveStore.TakenOver();
    }
  }

  /** After another process had it, or this one was started anew. */
  private MessageDigest digestOfKept() {
    MessageDigest kept = sha256();
    try (InputStream samples = store.samples(state)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = samples.read(buffer); count >= 0; count = samples.read(buffer)) {
        kept.update(buffer, 0, count);
      }
      return kept;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException(e); // Java's own can be
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public void close() {
    captions.close();
  }
}
