package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.encounter.EncounterPart;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedBlobs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What is received little by little: pieces, each a blob that is sealed by itself for its place, so
 * that a server that was killed loses none that it acknowledged. A blob is durable before its row
 * is; {@link #add} belongs into the transaction that acknowledges it.
 */
@Component
public class Pieces implements EncounterPart {
  private static final String PREFIX = "pieces/";

  private final JdbcClient jdbc;
  private final SealedBlobs blobs;

  /**
   * A piece that is durable, and not acknowledged yet.
   *
   * @param blob its key
   * @param size in bytes
   */
  public record Piece(UUID holder, int number, String blob, long size) {}

  Pieces(JdbcClient jdbc, SealedBlobs blobs) {
    this.jdbc = jdbc;
    this.blobs = blobs;
  }

  /**
   * Keeps bytes; not in a transaction.
   *
   * @param holder what they are a piece of
   * @param number its place, from 0
   * @throws IOException when the stream breaks
   */
  public Piece keep(UUID encounter, UUID holder, int number, InputStream bytes, long limit)
      throws IOException {
    String key = PREFIX + holder + "/" + Ids.next();
    SealedBlobs.Stored stored = blobs.write(context(encounter, holder, number), key, bytes, limit);
    return new Piece(holder, number, key, stored.size());
  }

  /** It has its place from now on. */
  public void add(UUID encounter, Piece piece) {
    jdbc.sql("insert into piece (holder, number, encounter_id, blob, size) values (?, ?, ?, ?, ?)")
        .params(piece.holder(), piece.number(), encounter, piece.blob(), piece.size())
        .update();
  }

  /** One that got no place. */
  public void drop(Piece piece) {
    blobs.delete(piece.blob());
  }

  /** All bytes of the holder, in their order; flat in memory. */
  public InputStream read(UUID encounter, UUID holder) {
    Iterator<Piece> pieces = all(holder).iterator();
    return new InputStream() {
      private @Nullable InputStream current;

      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
          return 0;
        }
        while (true) {
          int count = current == null ? -1 : current.read(bytes, offset, length);
          if (count >= 0) {
            return count;
          }
          close();
          if (!pieces.hasNext()) {
            return -1;
          }
          Piece next = pieces.next();
          current =
              Channels.newInputStream(
                  blobs.open(context(encounter, holder, next.number()), next.blob()));
        }
      }

      @Override
      public void close() throws IOException {
        if (current != null) {
          current.close();
          current = null;
        }
      }
    };
  }

  /**
   * Their rows go now, in the caller's transaction.
   *
   * @return removes the blobs, once that is committed
   */
  public Runnable remove(UUID holder) {
    List<Piece> pieces = all(holder);
    jdbc.sql("delete from piece where holder = ?").param(holder).update();
    return () -> pieces.forEach(this::drop);
  }

  private List<Piece> all(UUID holder) {
    return jdbc.sql("select holder, number, blob, size from piece where holder = ? order by number")
        .param(holder)
        .query(Piece.class)
        .list();
  }

  @Override
  public Runnable deleting(UUID encounter) {
    List<String> keys =
        jdbc.sql("select blob from piece where encounter_id = ?")
            .param(encounter)
            .query(String.class)
            .list();
    return () -> keys.forEach(blobs::delete);
  }

  /** What a piece is sealed for: no other place opens it. */
  private static Seal.Context context(UUID encounter, UUID holder, int number) {
    return new Seal.Context(encounter, "piece/" + holder + "/" + number);
  }
}
