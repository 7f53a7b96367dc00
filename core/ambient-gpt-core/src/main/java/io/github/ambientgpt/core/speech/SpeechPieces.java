package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.progress.Monitor;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * Cuts a recording of any length into pieces that an engine can take one by one, so that long audio
 * needs little memory and can be cancelled. For one thread.
 *
 * <p>Idea: fill a buffer of one piece's greatest length. Near silence at its start is dropped, so
 * an engine never hears minutes of nothing, to which some of them make up words; near silence of
 * two seconds ends a piece early. A full buffer is cut in its second half, in the middle of the
 * longest pause, where a pause is judged against the loudness of this very buffer; where nobody
 * pauses, at the quietest place. Nothing louder than near silence is ever left out.
 */
public final class SpeechPieces implements Iterator<Piece> {
  /** The stage that is reported. */
  public static final String STAGE = "transcribe";

  /** What Whisper hears at once. */
  public static final double DEFAULT_SECONDS = 30;

  /** Near silence as long as this ends a piece, in frames: 2 s. */
  private static final int ENDING_SILENCE = 100;

  /** Near silence that stays at the start and end of a piece, in frames: 0.2 s. */
  private static final int MARGIN = 10;

  /** The shortest pause to cut in, in frames: 0.2 s, longer than the closure of a "p" or "t". */
  private static final int LEAST_PAUSE = 10;

  /** Where nobody pauses, the quietest stretch this long, in frames: 0.1 s. */
  private static final int QUIET_PLACE = 5;

  private final AudioStream audio;
  private final Monitor monitor;
  private final float[] buffer;
  private int length;
  private long position;
  private boolean ended;
  private Piece next;

  /**
   * @param audio read piece by piece, not closed
   * @param longest greatest length of a piece in seconds, at least 1
   * @param monitor hears how far the stage {@value #STAGE} has come, and can stop it
   */
  public SpeechPieces(AudioStream audio, double longest, Monitor monitor) {
    if (!(longest >= 1 && longest <= 3600)) {
      throw new IllegalArgumentException("A piece is 1 to 3600 seconds long, not " + longest);
    }
    this.audio = audio;
    this.monitor = monitor;
    this.buffer = new float[(int) Math.round(longest * AudioStream.SAMPLE_RATE)];
  }

  /**
   * Reads up to the next piece.
   *
   * @throws CancelledException when the monitor says so
   */
  @Override
  public boolean hasNext() {
    while (next == null && !(ended && length == 0)) {
      monitor.checkCancelled();
      monitor.report(STAGE, fraction());
      fill();
      next = cut();
    }
    if (next == null) {
      monitor.checkCancelled();
      monitor.report(STAGE, 1);
    }
    return next != null;
  }

  @Override
  public Piece next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The recording is at its end");
    }
    Piece piece = next;
    next = null;
    return piece;
  }

  /** How much of the recording is done; NaN when its length is not known. */
  private double fraction() {
    var duration = audio.duration();
    if (duration.isEmpty() || !(duration.getAsDouble() > 0)) {
      return Double.NaN;
    }
    return Math.min(1, position / (duration.getAsDouble() * AudioStream.SAMPLE_RATE));
  }

  private void fill() {
    while (!ended && length < buffer.length) {
      int count = audio.read(buffer, length, buffer.length - length);
      if (count < 0) {
        ended = true;
      } else {
        length += count;
      }
    }
  }

  /** The next piece; null when the buffer has only silence, or has room again. */
  private Piece cut() {
    if (length == 0) {
      return null;
    }
    Loudness loudness = Loudness.of(buffer, length);
    int speech = firstSound(loudness);
    if (speech == loudness.frames()) {
      drop(ended ? length : length - samples(MARGIN));
      return null;
    }
    if (speech > MARGIN) {
      drop(samples(speech - MARGIN));
      if (!ended) {
        return null; // the room at the end of the buffer is filled first
      }
      loudness = Loudness.of(buffer, length);
      speech = MARGIN;
    }
    int end = end(loudness, speech);
    Piece piece =
        new Piece((double) position / AudioStream.SAMPLE_RATE, Arrays.copyOf(buffer, end));
    drop(end);
    return piece;
  }

  private static int firstSound(Loudness loudness) {
    int frame = 0;
    while (frame < loudness.frames() && loudness.isNearSilence(frame)) {
      frame++;
    }
    return frame;
  }

  private int end(Loudness loudness, int speech) {
    int silence = 0;
    for (int i = speech; i < loudness.frames(); i++) {
      silence = loudness.isNearSilence(i) ? silence + 1 : 0;
      if (silence == ENDING_SILENCE) {
        return samples(i + 1 - ENDING_SILENCE + MARGIN);
      }
    }
    if (length < buffer.length) {
      return length;
    }
    int half = loudness.frames() / 2;
    int pause = loudness.longestPause(half, loudness.frames(), LEAST_PAUSE);
    return samples(pause >= 0 ? pause : loudness.quietest(half, loudness.frames(), QUIET_PLACE));
  }

  private void drop(int count) {
    System.arraycopy(buffer, count, buffer, 0, length - count);
    length -= count;
    position += count;
  }

  /** Never past the buffer's end, where the last frame may be a short one. */
  private int samples(int frames) {
    return Math.min(length, frames * Loudness.FRAME);
  }
}
