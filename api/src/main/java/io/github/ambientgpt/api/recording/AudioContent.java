package io.github.ambientgpt.api.recording;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a recording is by its first bytes; a name or a header of HTTP has no say. */
enum AudioContent {
  WAV("audio/wav") {
    @Override
    boolean matches(byte[] head) {
      return at(head, 0, "RIFF") && at(head, 8, "WAVE") || at(head, 0, "RF64");
    }
  },
  FLAC("audio/flac") {
    @Override
    boolean matches(byte[] head) {
      return at(head, 0, "fLaC");
    }
  },
  OGG("audio/ogg") {
    @Override
    boolean matches(byte[] head) {
      return at(head, 0, "OggS");
    }
  },
  MATROSKA("audio/webm") {
    @Override
    boolean matches(byte[] head) {
      return head.length >= 4
          && (head[0] & 0xFF) == 0x1A
          && (head[1] & 0xFF) == 0x45
          && (head[2] & 0xFF) == 0xDF
          && (head[3] & 0xFF) == 0xA3;
    }
  },
  MP4("audio/mp4") {
    @Override
    boolean matches(byte[] head) {
      return at(head, 4, "ftyp");
    }
  },
  /** Frames of MPEG audio or AAC, also behind a tag. */
  MPEG("audio/mpeg") {
    @Override
    boolean matches(byte[] head) {
      return at(head, 0, "ID3")
          || head.length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0;
    }
  };

  static final int HEAD = 16;

  private final String mediaType;

  AudioContent(String mediaType) {
    this.mediaType = mediaType;
  }

  abstract boolean matches(byte[] head);

  static Optional<AudioContent> of(byte[] head) {
    for (AudioContent content : values()) {
      if (content.matches(head)) {
        return Optional.of(content);
      }
    }
    return Optional.empty();
  }

  /** What to call it in HTTP. */
  String mediaType() {
    return mediaType;
  }

  private static boolean at(byte[] head, int offset, String letters) {
    byte[] wanted = letters.getBytes(StandardCharsets.US_ASCII);
    if (head.length < offset + wanted.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (head[offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
