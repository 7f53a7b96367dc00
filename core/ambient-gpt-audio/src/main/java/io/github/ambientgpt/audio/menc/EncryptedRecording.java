package io.github.ambientgpt.audio.menc;

import io.github.ambientgpt.core.error.CancelledException;
import io.github.ambientgpt.core.error.InvalidInputException;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;

/**
 * One encrypted recording of the predecessor's, which becomes a WAV file.
 *
 * <p>Layout: {@code MENC}; version 1; the length of a JSON text, both as four bytes little-endian;
 * that text, which says channels, bytes a sample, frames a second and frames; then to the end a
 * Fernet token of the samples as they are: URL-safe base64 of the byte 0x80, a time of eight bytes,
 * an initial vector of 16, AES-128-CBC with PKCS#7 padding, and HMAC-SHA256 over all before it
 * (github.com/fernet/spec).
 *
 * <p>The file is read twice: first to see whether the signature is right, and only then to decrypt,
 * so that a recording of any length needs little memory and no byte of a forged one comes out. The
 * JSON is not signed: what it says is compared with the samples.
 *
 * @since 0.1.0
 */
public final class EncryptedRecording {
  /** The stages that are reported. */
  public static final String CHECK = "check";

  public static final String DECRYPT = "decrypt";

  private static final String MAGIC = "MENC";
  private static final int VERSION = 1;
  private static final int HEAD = 12;
  private static final int MOST_DESCRIPTION = 64 << 10;
  private static final int TOKEN_HEAD = 1 + 8;
  private static final int BLOCK = 16;
  private static final int SIGNATURE = 32;
  private static final byte TOKEN_VERSION = (byte) 0x80;

  private final Path file;
  private final Description description;
  private final long tokenStart;

  /** Bytes of the token, decoded. */
  private final long tokenLength;

  private EncryptedRecording(
      Path file, Description description, long tokenStart, long tokenLength) {
    this.file = file;
    this.description = description;
    this.tokenStart = tokenStart;
    this.tokenLength = tokenLength;
  }

  /**
   * Reads what stands before the samples.
   *
   * @throws InvalidInputException when the file is none of these, or not whole
   */
  public static EncryptedRecording open(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(HEAD);
      requireMagic(file, head);
      if (head.length < HEAD) {
        throw cutShort(file);
      }
      ByteBuffer numbers = ByteBuffer.wrap(head, 4, 8).order(ByteOrder.LITTLE_ENDIAN);
      int version = numbers.getInt();
      if (version != VERSION) {
        throw new InvalidInputException(
            "%s has the version %d of encrypted recordings, and only 1 is known."
                .formatted(file, Integer.toUnsignedLong(version)));
      }
      int length = numbers.getInt();
      if (length < 0 || length > MOST_DESCRIPTION) {
        throw new InvalidInputException(
            "%s is broken: its description cannot be %d bytes long."
                .formatted(file, Integer.toUnsignedLong(length)));
      }
      byte[] description = in.readNBytes(length);
      if (description.length < length) {
        throw cutShort(file);
      }
      long tokenStart = HEAD + (long) length;
      return new EncryptedRecording(
          file,
          Description.read(file, description),
          tokenStart,
          tokenLength(file, Files.size(file) - tokenStart, lastTwo(file, tokenStart)));
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static void requireMagic(Path file, byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    if (start.startsWith("RIFF")) {
      throw new InvalidInputException(
          "%s is not encrypted: it is a plain WAV file, as the predecessor left one when it failed to encrypt. Use it as it is."
              .formatted(file));
    }
    if (!start.startsWith(MAGIC)) {
      throw new InvalidInputException(
          "%s is no encrypted recording of the predecessor's: it does not begin as one."
              .formatted(file));
    }
  }

  private static String lastTwo(Path file, long tokenStart) throws IOException {
    long size = Files.size(file);
    if (size - tokenStart < 2) {
      throw cutShort(file);
    }
    try (InputStream in = Files.newInputStream(file)) {
      in.skipNBytes(size - 2);
      return new String(in.readNBytes(2), StandardCharsets.ISO_8859_1);
    }
  }

  private static long tokenLength(Path file, long text, String end) {
    int padding = end.equals("==") ? 2 : end.endsWith("=") ? 1 : 0;
    long length = text / 4 * 3 - padding;
    long encrypted = length - TOKEN_HEAD - BLOCK - SIGNATURE;
    if (text % 4 != 0 || encrypted < BLOCK || encrypted % BLOCK != 0) {
      throw cutShort(file);
    }
    return length;
  }

  private static InvalidInputException cutShort(Path file) {
    return new InvalidInputException(
        "%s is cut short: not all of it was copied or stored. Get it again from where it was."
            .formatted(file));
  }

  private static InvalidInputException unreadable(Path file, IOException e) {
    return new InvalidInputException(
        "%s cannot be read: check its name, its permissions and the disk.".formatted(file), e);
  }

  /** Length in seconds, as its description says. */
  public double duration() {
    return (double) description.frames() / description.rate();
  }

  /**
   * Decrypts it, once its signature was found right. Reports the stages {@value #CHECK} and {@value
   * #DECRYPT}.
   *
   * @param out gets a WAV file; on a failure or a cancellation what it got is worth nothing
   * @throws InvalidInputException when the key is not this recording's, or the recording was cut
   *     short or altered
   * @throws CancelledException when the monitor says so
   * @throws IOException when {@code out} takes no more
   */
  public void writeWav(RecordingKey key, OutputStream out, Monitor monitor) throws IOException {
    requireSignature(key, monitor);
    requireLength();
    out.write(description.wavHeader());
    decrypt(key, out, monitor);
    monitor.report(DECRYPT, 1);
  }

  private void requireSignature(RecordingKey key, Monitor monitor) {
    Mac mac = mac(key);
    byte[] buffer = new byte[1 << 16];
    long left = tokenLength - SIGNATURE;
    boolean first = true;
    try (InputStream token = token()) {
      while (left > 0) {
        monitor.checkCancelled();
        monitor.report(CHECK, 1 - (double) left / tokenLength);
        int count = token.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        if (count == 0 || first && buffer[0] != TOKEN_VERSION) {
          throw altered();
        }
        first = false;
        mac.update(buffer, 0, count);
        left -= count;
      }
      if (MessageDigest.isEqual(mac.doFinal(), token.readNBytes(SIGNATURE))) {
        return;
      }
    } catch (IOException e) { // also what is no base64
      throw e.getMessage() != null && e.getMessage().contains("base64")
          ? altered()
          : unreadable(file, e);
    }
    if (encryptedLength() < expectedLength()) {
      throw cutShort(file);
    }
    throw new InvalidInputException(
        "The key does not fit %s, or the recording was altered: take the file encryption_key.bin of the installation that made it."
            .formatted(file));
  }

  private InvalidInputException altered() {
    return new InvalidInputException(
        "%s was altered or damaged: what follows its description is no encrypted recording."
            .formatted(file));
  }

  /** What the unsigned description says must fit what is signed. */
  private void requireLength() {
    if (encryptedLength() != expectedLength()) {
      throw otherLength();
    }
  }

  private InvalidInputException otherLength() {
    return new InvalidInputException(
        "%s says that it has %d frames, but it holds another number: its description was altered."
            .formatted(file, description.frames()));
  }

  private long encryptedLength() {
    return tokenLength - TOKEN_HEAD - BLOCK - SIGNATURE;
  }

  private long expectedLength() {
    return (description.bytes() / BLOCK + 1) * BLOCK;
  }

  private void decrypt(RecordingKey key, OutputStream out, Monitor monitor) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long left = encryptedLength();
    long written = 0;
    try (InputStream token = token()) {
      token.skipNBytes(TOKEN_HEAD);
      Cipher cipher = cipher(key, token.readNBytes(BLOCK));
      while (left > 0) {
        monitor.checkCancelled();
        monitor.report(DECRYPT, 1 - (double) left / tokenLength);
        int count = token.readNBytes(buffer, 0, (int) Math.min(left, buffer.length));
        left -= count;
        byte[] plain =
            left == 0 ? cipher.doFinal(buffer, 0, count) : cipher.update(buffer, 0, count);
        if (plain != null) {
          out.write(plain);
          written += plain.length;
        }
      }
    } catch (GeneralSecurityException e) { // signed, and yet not what Fernet makes
      throw altered();
    }
    if (written != description.bytes()) {
      throw otherLength();
    }
  }

  private InputStream token() throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      in.skipNBytes(tokenStart);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return Base64.getUrlDecoder().wrap(in);
  }

  private static Mac mac(RecordingKey key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key.signing());
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  private static Cipher cipher(RecordingKey key, byte[] initialVector)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
    cipher.init(Cipher.DECRYPT_MODE, key.encryption(), new IvParameterSpec(initialVector));
    return cipher;
  }

  @Override
  public String toString() {
    return "EncryptedRecording[" + file + "]";
  }
}
