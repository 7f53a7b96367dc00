package io.github.ambientgpt.audio;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.EngineException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.speech.AudioStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * A recording while it is decoded: it is decoded as it is read, so hours of it take no more memory
 * than a second. Several channels are mixed to one, unless one was asked for. What is damaged or
 * cut off gives the sound that can be had, and {@link #warnings}.
 *
 * <p>Close it: it holds native memory and an open file. Its methods exclude each other, so another
 * thread may close it, after which reading fails.
 *
 * @since 0.1.0
 */
public final class DecodedAudio implements AudioStream {
  /** Headers round, and codecs pad, by less. */
  private static final double TOLERANCE = 0.5;

  private final Demuxer demuxer;
  private final PacketDecoder decoder;
  private final Resampler resampler;
  private final DecoderSettings settings;
  private final List<String> warnings = new ArrayList<>();
  private float[] ready = new float[0];
  private int position;
  private long decoded;
  private boolean ended;
  private boolean closed;

  /** Decodes the first samples, so that what cannot be decoded at all fails here. */
  DecodedAudio(
      Demuxer demuxer, PacketDecoder decoder, OptionalInt channel, DecoderSettings settings) {
    this.demuxer = demuxer;
    this.decoder = decoder;
    this.resampler = new Resampler(demuxer.name(), channel);
    this.settings = settings;
    try {
      demuxer.promised().ifPresent(this::refuseIfTooLong);
      if (!advance()) {
        throw Refusals.noSamples(demuxer.name(), decoder.damaged());
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** What the recording was before it was decoded. */
  public AudioProperties properties() {
    return demuxer.properties();
  }

  /**
   * Sentences for a person on what is missing from the sound: the recording ends early, or pieces
   * of it are damaged. Complete once {@link #read} gave -1; never null.
   */
  public synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  /**
   * {@inheritDoc}
   *
   * @throws InvalidInputException when the recording is longer than the settings allow
   * @throws EngineException when the disk fails
   * @throws CancelledException when the thread was interrupted while it waited for the disk
   * @throws IllegalStateException when it is closed
   */
  @Override
  public synchronized int read(float[] buffer, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, buffer.length);
    if (closed) {
      throw new IllegalStateException("'" + demuxer.name() + "' is closed");
    }
    if (length == 0) {
      return 0;
    }
    if (position == ready.length && !advance()) {
      return -1;
    }
    int count = Math.min(length, ready.length - position);
    System.arraycopy(ready, position, buffer, offset, count);
    position += count;
    return count;
  }

  @Override
  public OptionalDouble duration() {
    return demuxer.properties().duration();
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      resampler.close();
      decoder.close();
      demuxer.close();
    }
  }

  /** Whether there are samples again. */
  private boolean advance() {
    while (!ended) {
      ready = decodeSome();
      position = 0;
      decoded += ready.length;
      refuseIfTooLong((double) decoded / SAMPLE_RATE);
      if (ended) {
        warnOfLosses();
      }
      if (ready.length > 0) {
        return true;
      }
    }
    return false;
  }

  private float[] decodeSome() {
    AVFrame frame = decoder.next();
    if (frame != null) {
      return resampler.convert(frame);
    }
    if (decoder.drained()) {
      ended = true;
      return resampler.flush();
    }
    decoder.send(demuxer.next());
    return new float[0];
  }

  private void refuseIfTooLong(double seconds) {
    Refusals.ifTooLong(demuxer.name(), seconds, settings.maxDuration());
  }

  private void warnOfLosses() {
    OptionalDouble promised = demuxer.promised();
    double heard = (double) decoded / SAMPLE_RATE;
    if (promised.isPresent()
        && promised.getAsDouble() - Math.max(demuxer.reached(), heard) > TOLERANCE) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "'%s' is cut off: it should last %.1f s, and ends after %.1f s. What there is was"
                  + " decoded.",
              demuxer.name(),
              promised.getAsDouble(),
              heard));
    } else if (demuxer.cutOff()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "'%s' has no proper end, so it may have been cut off after its %.1f s. What there is"
                  + " was decoded.",
              demuxer.name(),
              heard));
    }
    if (decoder.damaged() > 0) {
      warnings.add(
          "'%s' is damaged in %d %s, which could not be decoded and %s left out."
              .formatted(
                  demuxer.name(),
                  decoder.damaged(),
                  decoder.damaged() == 1 ? "place" : "places",
                  decoder.damaged() == 1 ? "was" : "were"));
    }
  }
}
