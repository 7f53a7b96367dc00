package io.github.ambientgpt.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_CHANNEL_ORDER_NATIVE;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_copy;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_uninit;
import static org.bytedeco.ffmpeg.global.avutil.av_opt_set_double;
import static org.bytedeco.ffmpeg.global.swresample.swr_alloc_set_opts2;
import static org.bytedeco.ffmpeg.global.swresample.swr_convert;
import static org.bytedeco.ffmpeg.global.swresample.swr_free;
import static org.bytedeco.ffmpeg.global.swresample.swr_get_out_samples;
import static org.bytedeco.ffmpeg.global.swresample.swr_init;
import static org.bytedeco.ffmpeg.global.swresample.swr_set_matrix;

import io.github.ambientgpt.core.speech.AudioStream;
import java.util.Arrays;
import java.util.OptionalInt;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Frames of any kind to 16 kHz mono. A recording may change its kind on the way; what comes out
 * does not. All channels are mixed, or one is taken.
 */
final class Resampler implements AutoCloseable {
  private static final int MIN_RATE = 1_000;
  private static final int MAX_RATE = 768_000;

  private final String name;
  private final OptionalInt channel;
  private final SwrContext context = new SwrContext(null);
  private final PointerPointer<FloatPointer> planes = new PointerPointer<>(1);
  private FloatPointer output = new FloatPointer(8192);
  private int format;
  private int rate;
  private int channels;

  /**
   * @param channel the only one that is heard, from 0; empty to mix them all
   */
  Resampler(String name, OptionalInt channel) {
    this.name = name;
    this.channel = channel;
  }

  /** The samples that are ready, from -1 to 1; the first few frames may give none. */
  float[] convert(AVFrame frame) {
    if (!context.isNull() && sameKind(frame)) {
      return run(frame.extended_data(), frame.nb_samples());
    }
    float[] tail = flush();
    configure(frame);
    float[] next = run(frame.extended_data(), frame.nb_samples());
    float[] all = Arrays.copyOf(tail, tail.length + next.length);
    System.arraycopy(next, 0, all, tail.length, next.length);
    return all;
  }

  /** What the filter still holds. */
  float[] flush() {
    return context.isNull() ? new float[0] : run(null, 0);
  }

  private boolean sameKind(AVFrame frame) {
    return frame.format() == format
        && frame.sample_rate() == rate
        && frame.ch_layout().nb_channels() == channels;
  }

  private void configure(AVFrame frame) {
    format = frame.format();
    rate = frame.sample_rate();
    channels = frame.ch_layout().nb_channels();
    if (rate < MIN_RATE || rate > MAX_RATE) {
      throw Refusals.layout(name, channels, rate);
    }
    swr_free(context);
    AVChannelLayout in = new AVChannelLayout();
    AVChannelLayout mono = new AVChannelLayout();
    try {
      av_channel_layout_copy(in, frame.ch_layout());
      if (in.order() != AV_CHANNEL_ORDER_NATIVE) {
        av_channel_layout_uninit(in);
        av_channel_layout_default(in, channels);
      }
      av_channel_layout_default(mono, 1);
      int code =
          swr_alloc_set_opts2(
              context, mono, AV_SAMPLE_FMT_FLT, AudioStream.SAMPLE_RATE, in, format, rate, 0, null);
      if (code >= 0) {
        // Without it two equal channels would add up to more than 1.
        av_opt_set_double(context, "rematrix_maxval", 1, 0);
        if (channel.isPresent() && channels > 1) {
          take(Math.min(channel.getAsInt(), channels - 1));
        }
        code = swr_init(context);
      }
      if (code < 0) {
        swr_free(context);
        throw Refusals.layout(name, channels, rate);
      }
    } finally {
      av_channel_layout_uninit(in);
      in.close();
      mono.close();
    }
  }

  private void take(int only) {
    double[] shares = new double[channels];
    shares[only] = 1;
    try (DoublePointer matrix = new DoublePointer(shares)) {
      swr_set_matrix(context, matrix, channels);
    }
  }

  private float[] run(PointerPointer<?> input, int samples) {
    int room = swr_get_out_samples(context, samples);
    if (room > output.capacity()) {
      output.close();
      output = new FloatPointer(room);
    }
    planes.put(0, output);
    int count = swr_convert(context, planes, (int) output.capacity(), input, samples);
    float[] result = new float[Math.max(count, 0)];
    output.get(result);
    for (int i = 0; i < result.length; i++) {
      result[i] = limit(result[i]);
    }
    return result;
  }

  /** Filters overshoot a little, and a WAV of floats may hold anything. */
  private static float limit(float sample) {
    return Float.isNaN(sample) ? 0 : Math.max(-1, Math.min(1, sample));
  }

  @Override
  public void close() {
    swr_free(context);
    output.close();
    planes.close();
  }
}
