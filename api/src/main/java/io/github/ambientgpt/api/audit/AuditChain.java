package io.github.ambientgpt.api.audit;

import io.github.ambientgpt.api.storage.Seal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What binds the lines: the digest of each is of it and of the digest before, by a key that is not
 * in the database, and so is the seal of the end. Whoever can write in the database alone can
 * neither change a line nor put the end elsewhere without being found out.
 */
@Component
class AuditChain {
  private static final byte[] BEGINNING = new byte[32];

  private final JdbcClient jdbc;
  private final Seal seal;

  /**
   * The end of the log as it was last written.
   *
   * @param digest of the last line
   * @param seal of this end; null at the beginning
   */
  record End(long lines, byte @Nullable [] digest, byte @Nullable [] seal) {}

  AuditChain(JdbcClient jdbc, Seal seal) {
    this.jdbc = jdbc;
    this.seal = seal;
  }

  /** Until the transaction ends nobody else writes a line. */
  End lock() {
    return jdbc.sql("select lines, digest, seal from audit_anchor where id = 1 for update")
        .query(End.class)
        .single();
  }

  Optional<End> end() {
    return jdbc.sql("select lines, digest, seal from audit_anchor where id = 1")
        .query(End.class)
        .optional();
  }

  void moveTo(long lines, byte[] digest) {
    jdbc.sql("update audit_anchor set lines = ?, digest = ?, seal = ? where id = 1")
        .params(lines, digest, seal(lines, digest))
        .update();
  }

  boolean isSealed(End end) {
    return end.lines() == 0
        ? end.digest() == null
        : end.digest() != null
            && end.seal() != null
            && MessageDigest.isEqual(end.seal(), seal(end.lines(), end.digest()));
  }

  byte[] digest(byte @Nullable [] before, AuditLine line) {
    byte[] bytes = line.bytes();
    byte[] first = before == null ? BEGINNING : before;
    return seal.digest(
        "audit-line",
        ByteBuffer.allocate(first.length + bytes.length).put(first).put(bytes).array());
  }

  private byte[] seal(long lines, byte[] digest) {
    return seal.digest(
        "audit-end", ByteBuffer.allocate(8 + digest.length).putLong(lines).put(digest).array());
  }
}
