package io.github.ambientgpt.audio.menc;

import io.github.ambientgpt.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of the predecessor's recordings: a Fernet key, 32 bytes, of which the first half signs
 * and the second encrypts. Prints nothing.
 *
 * @since 0.1.0
 */
public final class RecordingKey {
  private static final int HALF = 16;
  private static final int TEXT = 44;

  private final SecretKeySpec signing;
  private final SecretKeySpec encryption;

  private RecordingKey(byte[] key) {
    this.signing = new SecretKeySpec(key, 0, HALF, "HmacSHA256");
    this.encryption = new SecretKeySpec(key, HALF, HALF, "AES");
  }

  /**
   * Reads {@code encryption_key.bin}: 44 characters of URL-safe base64.
   *
   * @throws InvalidInputException when the file cannot be read or holds no key; the message names
   *     it and shows nothing of it
   */
  public static RecordingKey read(Path file) {
    byte[] text;
    try (InputStream in = Files.newInputStream(file)) {
      text = in.readNBytes(TEXT + 3);
    } catch (IOException e) {
      throw new InvalidInputException(
          "The key %s cannot be read: check its name and permissions.".formatted(file), e);
    }
    String trimmed = new String(text, StandardCharsets.ISO_8859_1).strip();
    byte[] key = decode(trimmed);
    try {
      if (trimmed.length() == TEXT && key.length == 2 * HALF) {
        return new RecordingKey(key);
      }
    } finally {
      Arrays.fill(key, (byte) 0);
    }
    throw new InvalidInputException(
        "%s holds no key: it is the file encryption_key.bin in the predecessor's folder keys, 44 characters long."
            .formatted(file));
  }

  private static byte[] decode(String text) {
    try {
      return Base64.getUrlDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  SecretKeySpec signing() {
    return signing;
  }

  SecretKeySpec encryption() {
    return encryption;
  }

  @Override
  public String toString() {
    return "RecordingKey";
  }
}
