package io.github.ambientgpt.api.live;

import io.github.ambientgpt.api.recording.Pieces;
import io.github.ambientgpt.api.recording.Recording;
import io.github.ambientgpt.api.recording.Recordings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on disk of recordings that are being made. */
@Component
class LiveStore {
  private static final int RATE = 16_000;
  private static final int BYTES = 2;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Pieces pieces;
  private final Recordings recordings;

  /**
   * @param nextFrame the number of the first frame that is not here
   * @param size of all samples, in bytes
   * @param sha256 of the samples, once it ended
   */
  record State(
      UUID recordingId,
      UUID encounterId,
      long nextFrame,
      long size,
      int pieces,
      @Nullable String sha256,
      @Nullable UUID transcriptId,
      @Nullable UUID jobId) {
    boolean ended() {
      return sha256 != null;
    }
  }

  /** Another process, or another connection of this one, writes the same recording. */
  static final class TakenOver extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TakenOver() {
      super("Another connection goes on with this recording");
    }
  }

  LiveStore(
      JdbcClient jdbc, TransactionTemplate transactions, Pieces pieces, Recordings recordings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.pieces = pieces;
    this.recordings = recordings;
  }

  /** A recording that begins now, of a visit that the current user sees. */
  Recording begin(UUID encounter, String name) {
    return transactions.execute(
        transaction -> {
          Recording recording = recordings.begin(encounter, name);
          jdbc.sql(
                  """
                  insert into live_recording (recording_id, encounter_id, next_frame, size, pieces)
                  values (?, ?, 0, 0, 0)""")
              .params(recording.id(), encounter)
              .update();
          return recording;
        });
  }

  Optional<State> find(UUID recording) {
    return jdbc.sql("select * from live_recording where recording_id = ?")
        .param(recording)
        .query(State.class)
        .optional();
  }

  /**
   * Keeps samples; when it returns they are durable.
   *
   * @throws TakenOver when they are not those that come next
   */
  State append(State state, byte[] samples, long nextFrame) {
    Pieces.Piece piece;
    try {
      piece =
          pieces.keep(
              state.encounterId(),
              state.recordingId(),
              state.pieces(),
              new ByteArrayInputStream(samples),
              samples.length);
    } catch (IOException e) {
      throw new IllegalStateException(e); // memory does not fail
    }
    boolean kept = false;
    try {
      transactions.executeWithoutResult(
          transaction -> {
            int rows =
                jdbc.sql(
                        """
                        update live_recording set next_frame = ?, size = size + ?, pieces = pieces + 1
                        where recording_id = ? and next_frame = ? and pieces = ? and sha256 is null""")
                    .params(
                        nextFrame,
                        samples.length,
                        state.recordingId(),
                        state.nextFrame(),
                        state.pieces())
                    .update();
            if (rows == 0) {
              throw new TakenOver();
            }
            pieces.add(state.encounterId(), piece);
          });
      kept = true;
    } finally {
      if (!kept) {
        pieces.drop(piece);
      }
    }
    return new State(
        state.recordingId(),
        state.encounterId(),
        nextFrame,
        state.size() + samples.length,
        state.pieces() + 1,
        null,
        null,
        null);
  }

  /** What came is not what was sent: from the beginning. */
  State restart(State state) {
    Runnable blobs =
        transactions.execute(
            transaction -> {
              jdbc.sql(
                      "update live_recording set next_frame = 0, size = 0, pieces = 0 where recording_id = ?")
                  .param(state.recordingId())
                  .update();
              return pieces.remove(state.recordingId());
            });
    blobs.run();
    return find(state.recordingId()).orElseThrow();
  }

  /** All samples that are durable, s16le. */
  InputStream samples(State state) {
    return pieces.read(state.encounterId(), state.recordingId());
  }

  /** Makes the recording of what is here; once. */
  State end(State state, String sha256) throws IOException {
    Runnable[] after = {() -> {}};
    try (InputStream samples = samples(state)) {
      recordings.completeLive(
          state.recordingId(),
          state.encounterId(),
          new SequenceInputStream(new ByteArrayInputStream(header(state.size())), samples),
          () -> {
            int rows =
                jdbc.sql(
                        "update live_recording set sha256 = ? where recording_id = ? and sha256 is null")
                    .params(sha256, state.recordingId())
                    .update();
            if (rows == 0) {
              throw new TakenOver();
            }
            after[0] = pieces.remove(state.recordingId());
          });
    }
    after[0].run();
    return find(state.recordingId()).orElseThrow();
  }

  void made(UUID recording, @Nullable UUID transcript, @Nullable UUID job) {
    jdbc.sql("update live_recording set transcript_id = ?, job_id = ? where recording_id = ?")
        .params(Arrays.asList(transcript, job, recording))
        .update();
  }

  /** Of a WAV file; one that is longer than its field can say says all that it can. */
  private static byte[] header(long size) {
    int data = (int) Math.min(size, 0xFFFFFFFFL - 36);
    return ByteBuffer.allocate(44)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put("RIFF".getBytes(StandardCharsets.US_ASCII))
        .putInt(data + 36)
        .put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
        .putInt(16)
        .putShort((short) 1)
        .putShort((short) 1)
        .putInt(RATE)
        .putInt(RATE * BYTES)
        .putShort((short) BYTES)
        .putShort((short) 16)
        .put("data".getBytes(StandardCharsets.US_ASCII))
        .putInt(data)
        .array();
  }
}
