package io.github.ambientgpt.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_q2d;

import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packets of a container's sound track, one after another. */
final class Demuxer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Demuxer.class);

  /** Codecs of which the size of a file, without a word in its header, gives the duration. */
  private static final Predicate<String> CONSTANT_RATE =
      codec -> codec.startsWith("pcm_") || codec.equals("mp3");

  private final Recording recording;
  private final ByteSource source;
  private final AVFormatContext context;
  private final AVStream stream;
  private final AudioProperties properties;
  private final OptionalDouble promised;
  private final AVPacket packet = av_packet_alloc();
  private double reached;
  private boolean broken;

  private Demuxer(
      Recording recording, ByteSource source, AVFormatContext context, AVStream stream) {
    this.recording = recording;
    this.source = source;
    this.context = context;
    this.stream = stream;
    AVCodecParameters parameters = stream.codecpar();
    String codec = avcodec_get_name(parameters.codec_id()).getString();
    OptionalDouble header = headerDuration();
    boolean guessed = context.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE;
    this.promised = guessed ? OptionalDouble.empty() : header;
    this.properties =
        new AudioProperties(
            recording.container(context.iformat().name().getString()),
            codec,
            parameters.ch_layout().nb_channels(),
            parameters.sample_rate(),
            guessed && !CONSTANT_RATE.test(codec) ? OptionalDouble.empty() : header);
  }

  /** Takes over the recording's channel, which is closed when this fails too. */
  static Demuxer open(Recording recording) {
    ByteSource source = new ByteSource(recording.name(), recording.channel());
    AVFormatContext context = avformat_alloc_context();
    try {
      context.pb(source.context());
      read(recording, source, context);
      AVStream stream = soundTrack(recording, context);
      return new Demuxer(recording, source, context, stream);
    } catch (RuntimeException e) {
      avformat_close_input(context);
      source.close();
      throw e;
    }
  }

  private static void read(Recording recording, ByteSource source, AVFormatContext context) {
    AVDictionary options = new AVDictionary(null);
    try {
      av_dict_set(options, "format_whitelist", String.join(",", Allowed.DEMUXERS), 0);
      av_dict_set(options, "codec_whitelist", String.join(",", Allowed.DECODERS), 0);
      av_dict_set(options, "protocol_whitelist", Allowed.NO_PROTOCOL, 0);
      av_dict_set(options, "max_streams", Integer.toString(Allowed.STREAMS), 0);
      // On failure FFmpeg frees the context and sets it to null.
      int code = avformat_open_input(context, (String) null, null, options);
      if (code >= 0) {
        discardAllButSound(context);
        code = avformat_find_stream_info(context, (AVDictionary) null);
      }
      source.throwIfBroken();
      if (code < 0) {
        LOG.debug("FFmpeg cannot open a recording: {}", FfmpegError.describe(code));
        throw recording.refusal();
      }
    } finally {
      av_dict_free(options);
    }
  }

  private static void discardAllButSound(AVFormatContext context) {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (stream.codecpar().codec_type() != AVMEDIA_TYPE_AUDIO) {
        stream.discard(AVDISCARD_ALL);
      }
    }
  }

  private static AVStream soundTrack(Recording recording, AVFormatContext context) {
    int index = av_find_best_stream(context, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0);
    if (index < 0) {
      throw context.nb_streams() == 0
          ? recording.refusal()
          : Refusals.withoutSound(recording.name(), hasVideo(context));
    }
    AVStream best = context.streams(index);
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != index) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
    return best;
  }

  private static boolean hasVideo(AVFormatContext context) {
    for (int i = 0; i < context.nb_streams(); i++) {
      AVStream stream = context.streams(i);
      if (stream.codecpar().codec_type() == AVMEDIA_TYPE_VIDEO
          && (stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) == 0) {
        return true;
      }
    }
    return false;
  }

  private OptionalDouble headerDuration() {
    if (stream.duration() != AV_NOPTS_VALUE && stream.duration() > 0) {
      return OptionalDouble.of(stream.duration() * av_q2d(stream.time_base()));
    }
    return context.duration() != AV_NOPTS_VALUE && context.duration() > 0
        ? OptionalDouble.of((double) context.duration() / AV_TIME_BASE)
        : OptionalDouble.empty();
  }

  String name() {
    return recording.name();
  }

  AudioProperties properties() {
    return properties;
  }

  AVStream stream() {
    return stream;
  }

  /** The length in seconds that the header gives, when it is known rather than guessed. */
  OptionalDouble promised() {
    return promised;
  }

  /** Where the last packet ended, in seconds from the first. */
  double reached() {
    return reached;
  }

  /** The end was not the end of the recording. */
  boolean cutOff() {
    return broken || recording.unfinished();
  }

  /**
   * Valid until the next call.
   *
   * @return null at the end
   */
  AVPacket next() {
    while (true) {
      av_packet_unref(packet);
      int code = av_read_frame(context, packet);
      if (code < 0) {
        source.throwIfBroken();
        broken = code != AVERROR_EOF;
        return null;
      }
      if (packet.stream_index() == stream.index()) {
        advance();
        return packet;
      }
    }
  }

  private void advance() {
    if (packet.pts() != AV_NOPTS_VALUE) {
      long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
      double end = (packet.pts() + packet.duration() - start) * av_q2d(stream.time_base());
      reached = Math.max(reached, end);
    }
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avformat_close_input(context);
    source.close();
  }
}
