package io.github.ambientgpt.audio;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** What a file's first bytes say that it is; it makes error messages clear, FFmpeg decides. */
enum Signature {
  WAV("a WAV file", true, 8, "WAVE"),
  FLAC("a FLAC file", true, 0, "fLaC"),
  OGG("an Ogg file", true, 0, "OggS"),
  MATROSKA("a WebM or Matroska file", true, 0, hex("1A45DFA3")),
  MP4("an MP4 or M4A file", true, 4, "ftyp"),
  MP3("an MP3 file", true, 0, "ID3"),

  PDF("a PDF document", false, 0, "%PDF"),
  ZIP("a ZIP archive or an Office document", false, 0, hex("504B0304")),
  EMPTY_ZIP("an empty ZIP archive", false, 0, hex("504B0506")),
  GZIP("a gzip archive", false, 0, hex("1F8B08")),
  SEVEN_ZIP("a 7z archive", false, 0, hex("377ABCAF271C")),
  RAR("a RAR archive", false, 0, "Rar!"),
  PNG("a PNG picture", false, 0, hex("89504E47")),
  JPEG("a JPEG picture", false, 0, hex("FFD8FF")),
  GIF("a GIF picture", false, 0, "GIF8"),
  RTF("an RTF document", false, 0, "{\\rtf"),
  OFFICE("an old Office document", false, 0, hex("D0CF11E0")),
  ELF("a program", false, 0, hex("7F454C46")),
  AVI("an AVI video", false, 8, "AVI "),
  ASF("a WMA or WMV file", false, 0, hex("3026B275")),
  AIFF("an AIFF file", false, 8, "AIFF"),
  CAF("a Core Audio file", false, 0, "caff"),
  AMR("an AMR file", false, 0, "#!AMR"),
  MIDI("a MIDI file, which holds notes and no sound", false, 0, "MThd"),
  TEXT("text", false, 0, ""),
  UNKNOWN("something else", false, 0, "");

  /** How many of a file's first bytes are wanted. */
  static final int LENGTH = 4096;

  private final String description;
  private final boolean supported;
  private final int offset;
  private final String magic;

  Signature(String description, boolean supported, int offset, String magic) {
    this.description = description;
    this.supported = supported;
    this.offset = offset;
    this.magic = magic;
  }

  static Signature of(byte[] head) {
    String bytes = latin1(head);
    for (Signature signature : values()) {
      if (!signature.magic.isEmpty() && bytes.startsWith(signature.magic, signature.offset)) {
        return signature;
      }
    }
    return bytes.length() >= 16 && bytes.chars().noneMatch(Signature::isBinary) ? TEXT : UNKNOWN;
  }

  /** With its article, such as {@code a PDF document}. */
  String description() {
    return description;
  }

  /** One of the containers that are decoded. */
  boolean supported() {
    return supported;
  }

  /** Certainly something that is not decoded; text and the unknown may still be an odd MP3. */
  boolean foreign() {
    return !supported && this != TEXT && this != UNKNOWN;
  }

  static String latin1(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static String hex(String digits) {
    return latin1(HexFormat.of().parseHex(digits));
  }

  private static boolean isBinary(int character) {
    return character < ' ' && "\t\n\f\r\033".indexOf(character) < 0;
  }
}
