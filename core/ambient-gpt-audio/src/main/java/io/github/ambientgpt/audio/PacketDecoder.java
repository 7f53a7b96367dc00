package io.github.ambientgpt.audio;

import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Packets to frames. A packet that cannot be decoded is counted and left out. */
final class PacketDecoder implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PacketDecoder.class);

  private final AVCodecContext context;
  private final AVFrame frame = av_frame_alloc();
  private boolean draining;
  private boolean drained;
  private int damaged;

  private PacketDecoder(AVCodecContext context) {
    this.context = context;
  }

  static PacketDecoder of(Demuxer demuxer) {
    AudioProperties properties = demuxer.properties();
    AVCodec codec = avcodec_find_decoder(demuxer.stream().codecpar().codec_id());
    if (codec == null || !Allowed.DECODERS.contains(codec.name().getString())) {
      throw Refusals.codec(demuxer.name(), properties.container(), properties.codec());
    }
    AVCodecContext context = avcodec_alloc_context3(codec);
    int code = avcodec_parameters_to_context(context, demuxer.stream().codecpar());
    context.pkt_timebase(demuxer.stream().time_base());
    context.thread_count(1);
    if (code >= 0) {
      code = avcodec_open2(context, codec, (AVDictionary) null);
    }
    if (code < 0) {
      LOG.debug("FFmpeg cannot decode {}: {}", properties.format(), FfmpegError.describe(code));
      avcodec_free_context(context);
      throw Refusals.codec(demuxer.name(), properties.container(), properties.codec());
    }
    return new PacketDecoder(context);
  }

  /**
   * @param packet null for the end
   */
  void send(AVPacket packet) {
    draining = packet == null;
    int code = avcodec_send_packet(context, packet);
    if (code < 0 && code != AVERROR_EOF) {
      damaged++;
    }
  }

  /**
   * Valid until the next call.
   *
   * @return null when a packet must be sent first, or all is {@linkplain #drained drained}
   */
  AVFrame next() {
    int code = avcodec_receive_frame(context, frame);
    if (code >= 0) {
      return frame;
    }
    if (code != AVERROR_EAGAIN() && code != AVERROR_EOF) {
      damaged++;
    }
    drained = draining;
    return null;
  }

  boolean drained() {
    return drained;
  }

  /** How many packets were left out. */
  int damaged() {
    return damaged;
  }

  @Override
  public void close() {
    av_frame_free(frame);
    avcodec_free_context(context);
  }
}
