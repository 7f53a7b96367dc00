package io.github.ambientgpt.speechmodel;

import io.github.ambientgpt.core.progress.Monitor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of files, in small hexadecimal digits. */
final class Digest {
  static final String STAGE = "verify";

  private Digest() {}

  static MessageDigest begin() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  static String end(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(Path file, Monitor monitor) {
    MessageDigest digest = begin();
    byte[] buffer = new byte[1 << 18];
    try (InputStream in = Files.newInputStream(file)) {
      double size = Math.max(1, Files.size(file));
      long done = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        monitor.checkCancelled();
        digest.update(buffer, 0, count);
        done += count;
        monitor.report(STAGE, Math.min(1, done / size));
      }
    } catch (IOException e) {
      throw Disk.cannotRead(file, e);
    }
    return end(digest);
  }
}
