package io.github.ambientgpt.api.upload;

import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.recording.Pieces;
import io.github.ambientgpt.api.recording.RecordingProperties;
import io.github.ambientgpt.api.recording.Recordings;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The uploads. Two that send the same bytes at once, as after a connection broke that this side has
 * not noticed, need no lock: the row of the upload decides whose piece counts, in any process.
 */
@Service
class Uploads {
  private static final Logger log = LoggerFactory.getLogger(Uploads.class);

  /** As much as is lost when the server is killed, and no more. */
  private static final long PIECE = 4 << 20;

  /** An upload that nobody goes on with for as long goes. */
  private static final Duration FORGOTTEN = Duration.ofDays(7);

  private static final int HEAD = 16;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SealedColumns columns;
  private final Pieces pieces;
  private final Recordings recordings;
  private final Encounters encounters;
  private final RecordingProperties limits;
  private final Clock clock;

  private record Row(
      UUID id,
      UUID encounterId,
      byte[] name,
      long size,
      long received,
      int pieces,
      @Nullable UUID recordingId) {
    Upload view() {
      return new Upload(id, encounterId, size, received, recordingId);
    }
  }

  Uploads(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SealedColumns columns,
      Pieces pieces,
      Recordings recordings,
      Encounters encounters,
      RecordingProperties limits,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.columns = columns;
    this.pieces = pieces;
    this.recordings = recordings;
    this.encounters = encounters;
    this.limits = limits;
    this.clock = clock;
  }

  long largest() {
    return limits.maxSize().toBytes();
  }

  Upload create(UUID encounter, String name, long size) {
    encounters.requireEditable(encounter);
    UUID id = Ids.next();
    jdbc.sql(
            """
            insert into upload (id, encounter_id, name, size, received, pieces, updated_at)
            values (?, ?, ?, ?, 0, 0, ?)""")
        .params(
            id,
            encounter,
            columns.text(nameContext(encounter), name),
            size,
            Times.parameter(clock.instant()))
        .update();
    return new Upload(id, encounter, size, 0, null);
  }

  /**
   * Completes it first, if all of it is here and a server was killed before it did.
   *
   * @throws ApiException when there is none, or it is not for the current user to see
   */
  Upload get(UUID id) throws IOException {
    Row row = row(id);
    return row.received() == row.size() && row.recordingId() == null ? complete(row) : row.view();
  }

  private Row row(UUID id) {
    Row row =
        jdbc.sql("select * from upload where id = ?")
            .param(id)
            .query(Row.class)
            .optional()
            .orElseThrow(() -> ApiException.notFound("upload"));
    encounters.requireEditable(row.encounterId());
    return row;
  }

  /**
   * Takes more bytes. Of a connection that breaks, what came before is kept.
   *
   * @param offset where they begin
   * @param checksum of all of them, which then count only if it holds; null for none
   * @throws ApiException when the offset is another, or the first bytes are of no recording
   * @throws IOException when the connection breaks
   */
  Upload append(UUID id, long offset, InputStream bytes, @Nullable Checksum checksum)
      throws IOException {
    Row row = row(id);
    if (row.received() != offset) {
      throw conflict(row.received());
    }
    Body body = new Body(bytes, checksum);
    List<Pieces.Piece> unacknowledged = new ArrayList<>();
    Row now = row;
    try {
      while (now.received() + sum(unacknowledged) < row.size() && !body.ended()) {
        long left = row.size() - now.received() - sum(unacknowledged);
        int number = now.pieces() + unacknowledged.size();
        InputStream piece = body.next(Math.min(PIECE, left));
        if (number == 0) {
          piece = sniffed(piece);
        }
        Pieces.Piece kept = pieces.keep(row.encounterId(), id, number, piece, PIECE);
        if (kept.size() == 0) {
          pieces.drop(kept);
          break;
        }
        unacknowledged.add(kept);
        if (checksum == null) {
          now = acknowledge(now, unacknowledged);
          unacknowledged.clear();
        }
      }
      if (checksum != null) {
        body.requireUnbroken();
        checksum.require();
        now = acknowledge(now, unacknowledged);
        unacknowledged.clear();
      }
    } finally {
      unacknowledged.forEach(pieces::drop);
    }
    body.requireUnbroken();
    return now.received() == now.size() ? complete(now) : now.view();
  }

  private static long sum(List<Pieces.Piece> pieces) {
    return pieces.stream().mapToLong(Pieces.Piece::size).sum();
  }

  private static InputStream sniffed(InputStream piece) throws IOException {
    byte[] head = piece.readNBytes(HEAD);
    if (head.length > 0) {
      Recordings.requireAudio(head);
    }
    return new SequenceInputStream(new ByteArrayInputStream(head), piece);
  }

  /** From here on they are never lost. */
  private Row acknowledge(Row row, List<Pieces.Piece> kept) {
    long received = row.received() + sum(kept);
    int count = row.pieces() + kept.size();
    transactions.executeWithoutResult(
        transaction -> {
          int rows =
              jdbc.sql(
                      """
                      update upload set received = ?, pieces = ?, updated_at = ?
                      where id = ? and received = ? and pieces = ?""")
                  .params(
                      received,
                      count,
                      Times.parameter(clock.instant()),
                      row.id(),
                      row.received(),
                      row.pieces())
                  .update();
          if (rows == 0) {
            throw conflict(row.received());
          }
          kept.forEach(piece -> pieces.add(row.encounterId(), piece));
        });
    return new Row(
        row.id(), row.encounterId(), row.name(), row.size(), received, count, row.recordingId());
  }

  private static ApiException conflict(long received) {
    return new ApiException(
        ProblemType.CONFLICT, "Another offset is expected: ask by HEAD and go on from there.");
  }

  /** One recording of all pieces; in one transaction with the upload, so that it happens once. */
  private Upload complete(Row row) throws IOException {
    UUID encounter = row.encounterId();
    UUID[] made = new UUID[1];
    try (InputStream all = pieces.read(encounter, row.id())) {
      Runnable[] after = new Runnable[] {() -> {}};
      made[0] =
          recordings
              .receive(
                  encounter,
                  columns.text(nameContext(encounter), row.name()),
                  all,
                  (stored, insert) -> {
                    UUID other =
                        jdbc.sql("select recording_id from upload where id = ? for update")
                            .param(row.id())
                            .query(UUID.class)
                            .optional()
                            .orElse(null);
                    if (other != null) {
                      return other;
                    }
                    UUID id = insert.get();
                    jdbc.sql("update upload set recording_id = ? where id = ?")
                        .params(id, row.id())
                        .update();
                    after[0] = pieces.remove(row.id());
                    return id;
                  })
              .id();
      after[0].run();
    }
    return new Upload(row.id(), encounter, row.size(), row.received(), made[0]);
  }

  /** Whatever came of it stays. */
  void terminate(UUID id) {
    Row row = row(id);
    Runnable blobs =
        transactions.execute(
            transaction -> {
              Runnable after = pieces.remove(id);
              jdbc.sql("delete from upload where id = ?").param(row.id()).update();
              return after;
            });
    blobs.run();
  }

  @EventListener(ApplicationReadyEvent.class)
  void removeForgotten() {
    try {
      jdbc.sql("select id from upload where updated_at < ?")
          .param(Times.parameter(clock.instant().minus(FORGOTTEN)))
          .query(UUID.class)
          .list()
          .forEach(
              id -> {
                pieces.remove(id).run();
                jdbc.sql("delete from upload where id = ?").param(id).update();
              });
    } catch (RuntimeException e) {
      log.warn("Old uploads could not be removed: {}", e.getClass().getSimpleName());
    }
  }

  private static Seal.Context nameContext(UUID encounter) {
    return new Seal.Context(encounter, "recording-name");
  }

  /** A request's body, cut into pieces; a connection that breaks ends it, and is remembered. */
  private static final class Body {
    private final InputStream in;
    private final @Nullable Checksum checksum;
    private @Nullable IOException broken;
    private boolean ended;

    Body(InputStream in, @Nullable Checksum checksum) {
      this.in = in;
      this.checksum = checksum;
    }

    boolean ended() {
      return ended;
    }

    void requireUnbroken() throws IOException {
      if (broken != null) {
        throw broken;
      }
    }

    InputStream next(long size) {
      return new InputStream() {
        private long left = size;

        @Override
        public int read() {
          byte[] one = new byte[1];
          return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
          if (left == 0 || ended) {
            return -1;
          }
          try {
            int count = in.read(bytes, offset, (int) Math.min(length, left));
            if (count < 0) {
              ended = true;
              return -1;
            }
            left -= count;
            if (checksum != null) {
              checksum.add(bytes, offset, count);
            }
            return count;
          } catch (IOException e) {
            broken = e;
            ended = true;
            return -1;
          }
        }
      };
    }
  }
}
