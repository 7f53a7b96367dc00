package io.github.ambientgpt.api.storage;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Leaves everything as it is: encryption takes this place. */
@Component
class PlainSeal implements Seal {
  private static final int TERM_BYTES = 16;

  @Override
  public byte[] seal(Context context, byte[] plain) {
    return plain;
  }

  @Override
  public byte[] open(Context context, byte[] sealed) {
    return sealed;
  }

  @Override
  public OutputStream sealing(Context context, OutputStream sealed) {
    return sealed;
  }

  @Override
  public SeekableByteChannel opening(Context context, SeekableByteChannel sealed) {
    return sealed;
  }

  @Override
  public byte[] term(UUID person, String word) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          ByteBuffer.allocate(16)
              .putLong(person.getMostSignificantBits())
              .putLong(person.getLeastSignificantBits())
              .flip());
      return Arrays.copyOf(digest.digest(word.getBytes(StandardCharsets.UTF_8)), TERM_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public byte[] digest(String purpose, byte[] content) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(purpose.getBytes(StandardCharsets.UTF_8));
      return digest.digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  @Override
  public void forget(UUID owner) {}
}
