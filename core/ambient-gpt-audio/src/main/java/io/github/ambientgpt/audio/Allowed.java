package io.github.ambientgpt.audio;

import java.util.List;

/**
 * The only parts of FFmpeg that ever see a recording. FFmpeg reads some three hundred formats; each
 * is code that a crafted file can attack, and playlists among them would open other files and URLs.
 */
final class Allowed {
  static final List<String> DEMUXERS =
      List.of("aac", "flac", "matroska", "mov", "mp3", "ogg", "wav");

  static final List<String> DECODERS =
      List.of(
          "aac",
          "adpcm_ima_wav",
          "adpcm_ms",
          "alac",
          "flac",
          "mp3",
          "mp3float",
          "opus",
          "pcm_alaw",
          "pcm_f32le",
          "pcm_f64le",
          "pcm_mulaw",
          "pcm_s16le",
          "pcm_s24le",
          "pcm_s32le",
          "pcm_u8",
          "vorbis");

  /** No protocol has this name: the bytes come from {@link ByteSource}, and nothing else opens. */
  static final String NO_PROTOCOL = "none";

  static final int STREAMS = 32;

  private Allowed() {}
}
