package io.github.ambientgpt.asr.whisper;

import io.github.ambientgpt.asr.whisper.Hearing.Token;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Puts together tokens that hold only a part of a character: Whisper's tokens are bytes. */
final class TokenTexts {
  private final List<Token> whole = new ArrayList<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private double from;
  private double p = 1;

  void add(byte[] text, double start, double end, double probability) {
    if (bytes.size() == 0) {
      from = start;
      p = 1;
    }
    bytes.writeBytes(text);
    p = Math.min(p, Math.max(0, Math.min(1, probability)));
    try {
      String characters =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes.toByteArray()))
              .toString();
      bytes.reset();
      if (!characters.isEmpty()) {
        whole.add(new Token(characters, from, Math.max(from, end), p));
      }
    } catch (CharacterCodingException e) {
      // the next token has the rest of the character
    }
  }

  /** In order; a character that was never completed is left out. */
  List<Token> whole() {
    return List.copyOf(whole);
  }
}
