package io.github.ambientgpt.api.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did.
 *
 * @param number from 1, with no gap
 * @param actorId null for the service itself and for who is not known
 * @param action such as {@code encounter.delete}
 * @param object what it was done to, such as {@code encounter/0199…}
 * @param address of the machine that asked
 * @param detail a few words that tell more, never clinical
 */
public record AuditLine(
    long number,
    Instant at,
    @Nullable UUID actorId,
    String actorName,
    String action,
    @Nullable String object,
    Outcome outcome,
    @Nullable String address,
    @Nullable String detail) {

  /** All of it, in one way only. */
  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(number);
      out.writeLong(ChronoUnit.MICROS.between(Instant.EPOCH, at));
      write(out, actorId == null ? null : actorId.toString());
      write(out, actorName);
      write(out, action);
      write(out, object);
      write(out, outcome.name());
      write(out, address);
      write(out, detail);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return bytes.toByteArray();
  }

  private static void write(DataOutputStream out, @Nullable String text) throws IOException {
    out.writeBoolean(text != null);
    if (text != null) {
      out.writeUTF(text);
    }
  }
}
