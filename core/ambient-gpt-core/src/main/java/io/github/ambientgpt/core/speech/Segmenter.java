package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * Cuts a recording of any length into pieces that an engine can take one by one, so that long audio
 * needs little memory and can be cancelled. For one thread.
 *
 * <p>Idea: fill a buffer of one piece's greatest length. What is no speech at its start is dropped,
 * so an engine never hears minutes of nothing, to which some of them make up words; two seconds
 * without speech end a piece early. A full buffer is cut in its second half, in the middle of the
 * longest pause, where a pause is judged against the loudness of this very buffer; where nobody
 * pauses, at the quietest place.
 *
 * <p>What is speech, a {@link VoiceActivity} says. Near silence never is.
 *
 * @since 0.1.0
 */
public final class Segmenter implements Iterator<AudioSegment>, AutoCloseable {
  /** The stage that is reported. */
  public static final String STAGE = "transcribe";

  /** What Whisper hears at once. */
  public static final double DEFAULT_SECONDS = 30;

  /** No speech for as long as this ends a piece, in frames: 2 s. */
  private static final int ENDING_SILENCE = 100;

  /** What stays of the silence at the start and end of a piece, in frames: 0.4 s. */
  private static final int MARGIN = 20;

  /** The shortest pause to cut in, in frames: 0.2 s, longer than the closure of a "p" or "t". */
  private static final int LEAST_PAUSE = 10;

  /** Where nobody pauses, the quietest stretch this long, in frames: 0.1 s. */
  private static final int QUIET_PLACE = 5;

  private final AudioStream audio;
  private final Monitor monitor;
  private final VoiceActivity activity;
  private final float[] buffer;

  /** For the frames of the buffer up to {@link #judged}, whether they may be speech. */
  private final boolean[] speech;

  private int judged;
  private int length;
  private long position;
  private boolean ended;
  private AudioSegment next;

  /**
   * @param audio read piece by piece, not closed
   * @param longest greatest length of a piece in seconds, at least 1
   * @param monitor hears how far the stage {@value #STAGE} has come, and can stop it
   * @param activity its own: closed with the pieces; the best that there is, {@code
   *     Providers.detector()} gives
   */
  public Segmenter(AudioStream audio, double longest, Monitor monitor, VoiceActivity activity) {
    if (!(longest >= 1 && longest <= 3600)) {
      throw new IllegalArgumentException("A piece is 1 to 3600 seconds long, not " + longest);
    }
    int frames = (int) (longest * AudioStream.SAMPLE_RATE / VoiceActivity.FRAME);
    this.audio = audio;
    this.monitor = monitor;
    this.activity = activity;
    this.buffer = new float[frames * VoiceActivity.FRAME];
    this.speech = new boolean[frames];
  }

  /**
   * Recognizes piece after piece, and closes this.
   *
   * @param engine adds the utterances of a piece to those before it
   * @param transcript makes a transcript of all utterances
   * @throws EngineException when the engine fails, with what was recognized until then
   */
  public Transcript transcribe(
      BiConsumer<AudioSegment, List<Utterance>> engine,
      Function<List<Utterance>, Transcript> transcript) {
    List<Utterance> utterances = new ArrayList<>();
    try (this) {
      while (hasNext()) {
        engine.accept(next(), utterances);
      }
    } catch (EngineException e) {
      throw utterances.isEmpty() ? e : e.after(transcript.apply(utterances));
    }
    return transcript.apply(utterances);
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
      activity.close();
      monitor.checkCancelled();
      monitor.report(STAGE, 1);
    }
    return next != null;
  }

  @Override
  public AudioSegment next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The recording is at its end");
    }
    AudioSegment piece = next;
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
    boolean[] next = activity.judge(buffer, judged * VoiceActivity.FRAME, length);
    System.arraycopy(next, 0, speech, judged, next.length);
    judged += next.length;
  }

  /** The next piece; null when the buffer has only silence, or has room again. */
  private AudioSegment cut() {
    if (length == 0) {
      return null;
    }
    Loudness loudness = Loudness.of(buffer, length);
    int first = firstSound(loudness);
    if (first == loudness.frames()) {
      drop(ended ? length : length - samples(MARGIN));
      return null;
    }
    if (first > MARGIN) {
      drop(samples(first - MARGIN));
      if (!ended) {
        return null; // the room at the end of the buffer is filled first
      }
      loudness = Loudness.of(buffer, length);
      first = MARGIN;
    }
    int end = end(loudness, first);
    AudioSegment piece = piece(loudness, end);
    drop(end);
    return piece;
  }

  private AudioSegment piece(Loudness loudness, int end) {
    boolean[] heard = new boolean[(end + VoiceActivity.FRAME - 1) / VoiceActivity.FRAME];
    for (int i = 0; i < heard.length; i++) {
      heard[i] = !isSilent(loudness, i);
    }
    return new AudioSegment(
        (double) position / AudioStream.SAMPLE_RATE, Arrays.copyOf(buffer, end), heard);
  }

  private int firstSound(Loudness loudness) {
    int frame = 0;
    while (frame < loudness.frames() && isSilent(loudness, frame)) {
      frame++;
    }
    return frame;
  }

  private boolean isSilent(Loudness loudness, int frame) {
    return !speech[frame] || loudness.isNearSilence(frame);
  }

  private int end(Loudness loudness, int first) {
    int silence = 0;
    for (int i = first; i < loudness.frames(); i++) {
      silence = isSilent(loudness, i) ? silence + 1 : 0;
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
    int frames = Math.min(judged, count / VoiceActivity.FRAME);
    System.arraycopy(speech, frames, speech, 0, judged - frames);
    judged -= frames;
  }

  /** Not needed once the recording was read to its end. */
  @Override
  public void close() {
    activity.close();
  }

  /** Never past the buffer's end, where the last frame may be a short one. */
  private int samples(int frames) {
    return Math.min(length, frames * Loudness.FRAME);
  }
}
