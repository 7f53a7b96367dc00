package io.github.ambientgpt.api.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;

/**
 * The one way by which clinical text and audio goes to where it is kept, and comes back. Everything
 * that a visit holds passes it: columns and blobs. For any thread.
 */
public interface Seal {
  /**
   * What is sealed. What was sealed for one context opens for no other.
   *
   * @param owner the encounter that it belongs to, or whatever else it goes away with
   * @param kind what it is, such as {@code note}
   */
  record Context(UUID owner, String kind) {
    public Context {
      Objects.requireNonNull(owner, "owner");
      Objects.requireNonNull(kind, "kind");
    }
  }

  byte[] seal(Context context, byte[] plain);

  byte[] open(Context context, byte[] sealed);

  /**
   * Of these owners something is opened next: their keys can be had at once, and not one by one.
   */
  void expect(Collection<UUID> owners);

  /**
   * @return takes what is plain; closing it completes and closes what it writes to
   */
  OutputStream sealing(Context context, OutputStream sealed) throws IOException;

  /**
   * @param sealed from its byte 0; closed with what is returned
   * @return what is plain, at any place
   */
  SeekableByteChannel opening(Context context, SeekableByteChannel sealed) throws IOException;

  /** A word as it stands in an index: the same word of the same person is always the same. */
  byte[] term(UUID person, String word);

  /**
   * Of 32 bytes, by a key that is not in the database: who has only that cannot make one.
   *
   * @param purpose such as {@code audit-line}: the same content has another digest for another
   */
  byte[] digest(String purpose, byte[] content);

  /** What was sealed for this owner can never be opened again. */
  void forget(UUID owner);
}
