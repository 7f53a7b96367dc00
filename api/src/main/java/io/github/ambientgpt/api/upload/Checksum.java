package io.github.ambientgpt.api.upload;

import io.github.ambientgpt.api.problem.ApiException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code Upload-Checksum} says of the bytes of one request. For one thread. */
final class Checksum {
  private static final Map<String, String> ALGORITHMS =
      Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

  /** For {@code Tus-Checksum-Algorithm}. */
  static final String NAMES = "sha1,sha256,md5";

  private final MessageDigest digest;
  private final byte[] expected;

  /** tus has a status of its own for that, 460. */
  static final class Mismatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Mismatch() {
      super("The bytes are not those that the checksum is of: send them again");
    }
  }

  private Checksum(MessageDigest digest, byte[] expected) {
    this.digest = digest;
    this.expected = expected;
  }

  /**
   * @param header algorithm and digest in Base64; null for none
   * @throws ApiException when it is not one that is known here
   */
  static @Nullable Checksum of(@Nullable String header) {
    if (header == null) {
      return null;
    }
    String[] parts = header.strip().split(" ");
    String algorithm = ALGORITHMS.get(parts[0]);
    if (parts.length != 2 || algorithm == null) {
      throw ApiException.field(
          "Upload-Checksum", "an algorithm (" + NAMES + ") and a digest in Base64");
    }
    try {
      return new Checksum(
          MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(parts[1]));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has them
    } catch (IllegalArgumentException e) {
      throw ApiException.field("Upload-Checksum", "its digest is in Base64");
    }
  }

  void add(byte[] bytes, int offset, int length) {
    digest.update(bytes, offset, length);
  }

  void require() {
    if (!MessageDigest.isEqual(digest.digest(), expected)) {
      throw new Mismatch();
    }
  }
}
