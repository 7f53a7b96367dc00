package io.github.ambientgpt.api.recording;

import io.github.ambientgpt.api.encounter.EncounterPart;
import io.github.ambientgpt.api.encounter.Encounters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Seal;
import io.github.ambientgpt.api.storage.SealedBlobs;
import io.github.ambientgpt.api.storage.SealedColumns;
import io.github.ambientgpt.api.storage.Times;
import io.github.ambientgpt.api.web.IfMatch;
import io.github.ambientgpt.audio.AudioProperties;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The recordings of visits: rows here, bytes in the blob store. */
@Service
public class Recordings implements EncounterPart {
  private static final int KEY_BYTES = 32;
  private static final int LONGEST_NAME = 200;

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final SealedColumns columns;
  private final Seal seal;
  private final SealedBlobs blobs;
  private final RecordingAudio audio;
  private final Encounters encounters;
  private final RecordingProperties limits;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  record Row(
      UUID id,
      UUID encounterId,
      Recording.State state,
      byte[] name,
      @Nullable String container,
      @Nullable String codec,
      @Nullable Integer channels,
      @Nullable Integer sampleRate,
      @Nullable Double seconds,
      long size,
      @Nullable String sha256,
      @Nullable String blob,
      byte[] spoolKey,
      byte @Nullable [] peaks,
      long version,
      Instant createdAt) {}

  Recordings(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      SealedColumns columns,
      Seal seal,
      SealedBlobs blobs,
      RecordingAudio audio,
      Encounters encounters,
      RecordingProperties limits,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.columns = columns;
    this.seal = seal;
    this.blobs = blobs;
    this.audio = audio;
    this.encounters = encounters;
    this.limits = limits;
    this.clock = clock;
  }

  /**
   * Keeps a whole recording. It is not there before all of it is, and it is looked into before it
   * is taken.
   *
   * @param once called with what was received, in the transaction; says which recording it is:
   *     usually by calling {@code insert}, or one that was there already
   */
  public Recording receive(UUID encounter, String name, InputStream from, Once once)
      throws IOException {
    encounters.requireEditable(encounter);
    byte[] head = from.readNBytes(AudioContent.HEAD);
    requireAudio(head);
    UUID id = Ids.next();
    String key = "recordings/" + id;
    SealedBlobs.Stored stored =
        blobs.write(
            audio(encounter),
            key,
            new SequenceInputStream(new ByteArrayInputStream(head), from),
            limits.maxSize().toBytes());
    UUID kept = null;
    try {
      AudioProperties properties = audio.probe(blobs.open(audio(encounter), key));
      kept =
          transactions.execute(
              transaction ->
                  once.recording(
                      stored,
                      () -> {
                        insert(id, encounter, Recording.State.RECEIVING, name);
                        complete(id, key, stored, properties);
                        return id;
                      }));
    } finally {
      if (!id.equals(kept)) {
        blobs.delete(key);
      }
    }
    return get(kept);
  }

  /**
   * Whether a recording of these bytes is in a visit of somebody's.
   *
   * @param sha256 in small hexadecimal digits
   */
  boolean has(UUID owner, String sha256) {
    return jdbc.sql(
                """
                select count(*) from recording r join encounter e on e.id = r.encounter_id
                where e.owner_id = ? and r.sha256 = ?\
                """)
            .params(owner, sha256)
            .query(Long.class)
            .single()
        > 0;
  }

  /** Says which recording it is that was received. */
  @FunctionalInterface
  public interface Once {
    /** Whatever is received is a new one. */
    Once NEW = (stored, insert) -> insert.get();

    UUID recording(SealedBlobs.Stored stored, Supplier<UUID> insert);
  }

  /**
   * @throws ApiException when this is the beginning of nothing that is decoded here
   */
  public static void requireAudio(byte[] head) {
    if (head.length == 0) {
      throw new ApiException(
          ProblemType.RECORDING_UNREADABLE, "The recording is empty: send one that has sound.");
    }
    if (AudioContent.of(head).isEmpty()) {
      throw new ApiException(
          ProblemType.RECORDING_UNREADABLE,
          "This is no recording that is decoded here, whatever its name says: send WAV, MP3, M4A,"
              + " AAC, OGG, WebM or FLAC, or the video that has the sound.");
    }
  }

  /** A recording that is being made; {@link #complete} ends it. */
  public Recording begin(UUID encounter, String name) {
    encounters.requireEditable(encounter);
    UUID id = Ids.next();
    insert(id, encounter, Recording.State.RECEIVING, name);
    return get(id);
  }

  private void insert(UUID id, UUID encounter, Recording.State state, String name) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    String shortName = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    jdbc.sql(
            """
            insert into recording (id, encounter_id, state, name, size, spool_key, version, created_at)
            values (?, ?, ?, ?, 0, ?, 1, ?)\
            """)
        .params(
            id,
            encounter,
            state.name(),
            columns.text(new Seal.Context(encounter, "recording-name"), shortName),
            seal.seal(spoolKeyContext(encounter), key),
            Times.parameter(clock.instant()))
        .update();
  }

  /**
   * All of a recording is in the blob store now.
   *
   * @param key the blob's
   */
  public void complete(UUID id, String key, SealedBlobs.Stored stored, AudioProperties properties) {
    jdbc.sql(
            """
            update recording set state = 'COMPLETE', container = ?, codec = ?, channels = ?, sample_rate = ?,
            seconds = ?, size = ?, sha256 = ?, blob = ?, version = version + 1 where id = ?\
            """)
        .params(
            Arrays.asList(
                properties.container(),
                properties.codec(),
                properties.channels(),
                properties.sampleRate(),
                properties.duration().isPresent() ? properties.duration().getAsDouble() : null,
                stored.size(),
                stored.sha256(),
                key,
                id))
        .update();
  }

  /**
   * Ends one that {@link #begin} began.
   *
   * @param from all of its bytes
   * @param also done in the same transaction
   * @throws IOException when the stream breaks
   */
  public void completeLive(UUID id, UUID encounter, InputStream from, Runnable also)
      throws IOException {
    String key = "recordings/" + id + "-" + Ids.next();
    SealedBlobs.Stored stored =
        blobs.write(audio(encounter), key, from, limits.maxSize().toBytes());
    boolean kept = false;
    try {
      AudioProperties properties = audio.probe(blobs.open(audio(encounter), key));
      transactions.executeWithoutResult(
          transaction -> {
            also.run();
            complete(id, key, stored, properties);
          });
      kept = true;
    } finally {
      if (!kept) {
        blobs.delete(key);
      }
    }
  }

  List<Recording> list(UUID encounter) {
    encounters.requireVisible(encounter);
    return jdbc
        .sql("select * from recording where encounter_id = ? order by created_at, id")
        .param(encounter)
        .query(Row.class)
        .list()
        .stream()
        .map(this::view)
        .toList();
  }

  /**
   * @throws ApiException when there is none, or it is not for the current user to see
   */
  public Recording get(UUID id) {
    return view(row(id));
  }

  /**
   * @throws ApiException when there is none, or it is not for the current user to change
   */
  public Recording forChange(UUID id) {
    Recording recording = get(id);
    encounters.requireEditable(recording.encounterId());
    return recording;
  }

  Row row(UUID id) {
    Row row = find(id).orElseThrow(() -> ApiException.notFound("recording"));
    encounters.requireVisible(row.encounterId());
    return row;
  }

  private Optional<Row> find(UUID id) {
    return jdbc.sql("select * from recording where id = ?").param(id).query(Row.class).optional();
  }

  /** The bytes of a recording as they were received, for the current user. */
  SeekableByteChannel bytes(UUID id) {
    return bytes(row(id));
  }

  /**
   * The bytes of a recording, for a job, which works for the one who asked for it.
   *
   * @throws ApiException when it was deleted meanwhile, or is not complete
   */
  public SeekableByteChannel bytesForJob(UUID id) {
    return bytes(find(id).orElseThrow(() -> ApiException.notFound("recording")));
  }

  private SeekableByteChannel bytes(Row row) {
    if (row.blob() == null) {
      throw new ApiException(
          ProblemType.CONFLICT, "The recording is not complete yet: wait until all of it is here.");
    }
    return blobs.open(audio(row.encounterId()), row.blob());
  }

  /** The key by which a browser encrypts what it keeps of the recording meanwhile. */
  public byte[] spoolKey(UUID id) {
    Row row = row(id);
    encounters.requireEditable(row.encounterId());
    return seal.open(spoolKeyContext(row.encounterId()), row.spoolKey());
  }

  Optional<byte[]> peaks(Row row) {
    return Optional.ofNullable(row.peaks())
        .map(column -> seal.open(peaksContext(row.encounterId()), column));
  }

  void keepPeaks(Row row, byte[] peaks) {
    jdbc.sql("update recording set peaks = ? where id = ?")
        .params(seal.seal(peaksContext(row.encounterId()), peaks), row.id())
        .update();
  }

  void delete(UUID id, IfMatch ifMatch) {
    Row row = row(id);
    encounters.requireEditable(row.encounterId());
    ifMatch.require(row.version());
    ifMatch.requireChanged(
        jdbc.sql("delete from recording where id = ? and version = ?")
            .params(id, ifMatch.version())
            .update());
    if (row.blob() != null) {
      blobs.delete(row.blob());
    }
  }

  @Override
  public Runnable deleting(UUID encounter) {
    List<String> keys =
        jdbc.sql("select blob from recording where encounter_id = ? and blob is not null")
            .param(encounter)
            .query(String.class)
            .list();
    return () -> keys.forEach(blobs::delete);
  }

  private Recording view(Row row) {
    return new Recording(
        row.id(),
        row.encounterId(),
        row.state(),
        columns.text(new Seal.Context(row.encounterId(), "recording-name"), row.name()),
        row.container(),
        row.codec(),
        row.channels(),
        row.sampleRate(),
        row.seconds(),
        row.size(),
        row.sha256(),
        row.version(),
        row.createdAt());
  }

  /** What a recording's bytes are sealed for, in the blob store. */
  public static Seal.Context audio(UUID encounter) {
    return new Seal.Context(encounter, "audio");
  }

  private static Seal.Context spoolKeyContext(UUID encounter) {
    return new Seal.Context(encounter, "spool-key");
  }

  private static Seal.Context peaksContext(UUID encounter) {
    return new Seal.Context(encounter, "peaks");
  }
}
