package io.github.ambientgpt.audio;

import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.nio.charset.StandardCharsets;

/** FFmpeg's words for its codes; they never quote the input. */
final class FfmpegError {
  private FfmpegError() {}

  static String describe(int code) {
    byte[] text = new byte[128];
    av_strerror(code, text, text.length);
    return new String(text, StandardCharsets.UTF_8).replace("\0", "") + " (" + code + ")";
  }
}
