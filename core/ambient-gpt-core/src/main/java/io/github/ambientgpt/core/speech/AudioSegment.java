package io.github.ambientgpt.core.speech;

import io.github.ambientgpt.core.transcript.Span;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A part of a recording that is short enough to be recognized at once.
 *
 * @param start where it begins in the recording, in seconds
 * @param samples 16 kHz mono, -1 to 1; not copied, and its owner's to keep
 * @param speech for each {@link VoiceActivity#FRAME}, whether somebody may be speaking in it
 * @since 0.1.0
 */
public record AudioSegment(double start, float[] samples, boolean[] speech) {
  /** A piece in which everything above near silence may be speech. */
  public AudioSegment(double start, float[] samples) {
    this(start, samples, byLoudness(samples));
  }

  private static boolean[] byLoudness(float[] samples) {
    try (VoiceActivity activity = VoiceActivity.byLoudness()) {
      return activity.judge(samples, 0, samples.length);
    }
  }

  /** Length in seconds. */
  public double length() {
    return (double) samples.length / AudioStream.SAMPLE_RATE;
  }

  /**
   * A stretch of this piece as a stretch of the recording. What reaches over the piece's ends is
   * cut off, since engines round their times.
   *
   * @param from seconds from the start of the piece
   * @param to seconds from the start of the piece
   */
  public Span span(double from, double to) {
    double first = Math.min(Math.max(from, 0), length());
    double last = Math.min(Math.max(to, first), length());
    return new Span(start + first, start + last);
  }

  /**
   * Whether there is nothing in a stretch of this piece that could be speech, however soft.
   *
   * @param from seconds from the start of the piece
   * @param to seconds from the start of the piece
   */
  public boolean isSilent(double from, double to) {
    Span stretch = span(from, to);
    int first = (int) ((stretch.start() - start) * AudioStream.SAMPLE_RATE);
    int last = (int) ((stretch.end() - start) * AudioStream.SAMPLE_RATE);
    Loudness loudness = Loudness.of(Arrays.copyOfRange(samples, first, last), last - first);
    return IntStream.range(0, loudness.frames()).allMatch(loudness::isNearSilence);
  }

  /**
   * For how long somebody may be speaking in a stretch of this piece, in seconds.
   *
   * @param from seconds from the start of the piece
   * @param to seconds from the start of the piece
   */
  public double speech(double from, double to) {
    double rate = (double) AudioStream.SAMPLE_RATE / VoiceActivity.FRAME;
    int first = (int) Math.max(0, Math.min(speech.length, Math.floor(from * rate)));
    int last = (int) Math.max(first, Math.min(speech.length, Math.ceil(to * rate)));
    int frames = 0;
    for (int i = first; i < last; i++) {
      frames += speech[i] ? 1 : 0;
    }
    return frames / rate;
  }

  /**
   * This piece without its beginning.
   *
   * @param from seconds from its start, rounded down to a whole frame
   */
  public AudioSegment from(double from) {
    int frame =
        Math.min(speech.length, (int) (from * AudioStream.SAMPLE_RATE / VoiceActivity.FRAME));
    int sample = Math.min(samples.length, frame * VoiceActivity.FRAME);
    return new AudioSegment(
        start + (double) sample / AudioStream.SAMPLE_RATE,
        Arrays.copyOfRange(samples, sample, samples.length),
        Arrays.copyOfRange(speech, frame, speech.length));
  }

  @Override
  public String toString() {
    return "AudioSegment[" + start + " s, " + length() + " s long]";
  }
}
