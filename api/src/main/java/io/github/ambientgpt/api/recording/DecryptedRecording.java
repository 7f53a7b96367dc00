package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.audio.menc.EncryptedRecording;
import io.github.ambientgpt.audio.menc.RecordingKey;
import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A recording that the predecessor encrypted, as the WAV file that it becomes. */
final class DecryptedRecording {
  private static final int PIPE = 64 << 10;

  private final EncryptedRecording recording;
  private final RecordingKey key;

  DecryptedRecording(Path file, RecordingKey key) {
    this.recording = EncryptedRecording.open(file);
    this.key = key;
  }

  /**
   * Reads all of it.
   *
   * @return SHA-256 of the WAV file, in small hexadecimal digits
   * @throws io.github.ambientgpt.core.error.InvalidInputException when it is not whole, or the key
   *     is another's
   */
  String sha256() throws IOException {
    try (DigestOutputStream digest =
        new DigestOutputStream(
            OutputStream.nullOutputStream(), MessageDigest.getInstance("SHA-256"))) {
      recording.writeWav(key, digest, Monitor.NONE);
      return HexFormat.of().formatHex(digest.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The WAV file, which never lies on a disk. It ends early when the file changes meanwhile:
   * whoever reads it compares the {@link #sha256}.
   */
  InputStream open() throws IOException {
    PipedInputStream wav = new PipedInputStream(PIPE);
    PipedOutputStream out = new PipedOutputStream(wav);
    Thread decrypting = new Thread(() -> write(out), "decrypting");
    decrypting.setDaemon(true);
    decrypting.start();
    return wav;
  }

  private void write(PipedOutputStream out) {
    try (out) {
      recording.writeWav(key, out, Monitor.NONE);
    } catch (IOException | RuntimeException e) {
      // The reader has closed it, or finds that it ended early.
    }
  }
}
