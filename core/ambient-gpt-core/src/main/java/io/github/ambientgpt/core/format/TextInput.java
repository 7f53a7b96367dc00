package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bytes that somebody gave as text. */
final class TextInput {
  /** A visit of a whole day is a hundredth of this. */
  static final int MAX_BYTES = 20 * 1024 * 1024;

  private static final Map<String, String> MAGIC = new LinkedHashMap<>();

  static {
    for (String audio :
        new String[] {"RIFF", "ID3", "OggS", "fLaC", "\u001aE\u00df\u00a3", "FORM"}) {
      MAGIC.put(audio, "is a recording, not text: transcribe it first.");
    }
    MAGIC.put("%PDF", "is a PDF: save its text as a plain text file.");
    MAGIC.put("PK\u0003\u0004", "is a zip or Word file: save its text as a plain text file.");
    MAGIC.put("{\\rtf", "is a rich text file: save its text as a plain text file.");
    MAGIC.put("\u00d0\u00cf\u0011\u00e0", "is a Word file: save its text as a plain text file.");
    MAGIC.put("\u001f\u008b", "is compressed: unpack it first.");
  }

  private TextInput() {}

  /**
   * @param name what to call the input in an error
   * @return the text without a byte order mark, its lines ended by {@code \n}
   * @throws InvalidInputException when it is empty, too long, or not text
   */
  static String read(InputStream in, String name) throws IOException {
    byte[] bytes = in.readNBytes(MAX_BYTES + 1);
    if (bytes.length > MAX_BYTES) {
      throw new InvalidInputException(
          "%s is larger than %d MB, which no visit is: give the transcript or note of one visit."
              .formatted(name, MAX_BYTES >> 20));
    }
    return decode(bytes, name);
  }

  private static String decode(byte[] bytes, String name) {
    refuseOtherFormats(bytes, name);
    Charset charset = charset(bytes);
    String text;
    try {
      text =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString();
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(
          "%s is not %s text: save it as UTF-8.".formatted(name, charset.name()), e);
    }
    return normalized(text, name);
  }

  private static void refuseOtherFormats(byte[] bytes, String name) {
    String head = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
    MAGIC.forEach(
        (magic, what) -> {
          if (head.startsWith(magic)) {
            throw new InvalidInputException(name + " " + what);
          }
        });
    if (head.startsWith("ftyp", 4)) {
      throw new InvalidInputException(name + " " + MAGIC.get("RIFF"));
    }
  }

  /** UTF-8 unless a byte order mark says otherwise. */
  private static Charset charset(byte[] bytes) {
    if (bytes.length >= 2) {
      int mark = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
      if (mark == 0xfeff) {
        return StandardCharsets.UTF_16BE;
      }
      if (mark == 0xfffe) {
        return StandardCharsets.UTF_16LE;
      }
    }
    return StandardCharsets.UTF_8;
  }

  /** Line ends are {@code \n}; other control characters than these and tabs are blanks. */
  static String normalized(String text, String name) {
    StringBuilder clean = new StringBuilder(text.length());
    boolean words = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new InvalidInputException(
            name + " is not text (it holds zero bytes): give plain text in UTF-8.");
      }
      if (c == '\r') {
        if (i + 1 == text.length() || text.charAt(i + 1) != '\n') {
          clean.append('\n');
        }
      } else if (c == '\f' || c == '\u2028' || c == '\u2029' || c == '\u0085') {
        clean.append('\n');
      } else if (c == '\ufeff') {
        continue;
      } else if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        clean.append(' ');
      } else {
        clean.append(c);
        words |= Character.isLetterOrDigit(c);
      }
    }
    if (!words) {
      throw new InvalidInputException(
          clean.toString().isBlank()
              ? name + " is empty: there is nothing to read."
              : name + " holds no words: there is nothing to read.");
    }
    return clean.toString();
  }
}
