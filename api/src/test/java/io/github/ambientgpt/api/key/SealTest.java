package io.github.ambientgpt.api.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ambientgpt.api.ApiTest;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.storage.Ids;
import io.github.ambientgpt.api.storage.Reads;
import io.github.ambientgpt.api.storage.Seal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApiTest
class SealTest {
  private static final byte[] WORDS = "She coughs at night.".getBytes(StandardCharsets.UTF_8);

  private final Seal seal;
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Reads reads;
  private final MasterKey master;
  private final JdbcTransactionManager manager;

  SealTest(
      Seal seal,
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Reads reads,
      MasterKey master,
      JdbcTransactionManager manager) {
    this.seal = seal;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.reads = reads;
    this.master = master;
    this.manager = manager;
  }

  private static Seal.Context context(String kind) {
    return new Seal.Context(Ids.next(), kind);
  }

  private byte[] sealedBlob(Seal.Context context, byte[] plain) throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    try (OutputStream out = seal.sealing(context, sealed)) {
      out.write(plain);
    }
    return sealed.toByteArray();
  }

  private SeekableByteChannel opened(Path folder, Seal.Context context, byte[] sealed)
      throws IOException {
    Path file = Files.write(folder.resolve(UUID.randomUUID().toString()), sealed);
    return seal.opening(context, Files.newByteChannel(file));
  }

  /** As in a process that was started anew: it knows no keys. */
  private Seal startedAnew() {
    return new TinkSeal(new DataKeys(jdbc, master, manager));
  }

  private void removeKeys(List<UUID> owners) {
    jdbc.sql("delete from data_key where owner in (:owners)").param("owners", owners).update();
  }

  @Test
  void keysThatAreExpectedComeAtOnce() {
    List<Seal.Context> contexts = List.of(context("label"), context("label"), context("label"));
    List<UUID> owners = contexts.stream().map(Seal.Context::owner).toList();
    List<byte[]> sealed = contexts.stream().map(each -> seal.seal(each, WORDS)).toList();
    Seal anew = startedAnew();

    anew.expect(owners);
    removeKeys(owners); // none is asked for any more

    for (int i = 0; i < sealed.size(); i++) {
      assertThat(anew.open(contexts.get(i), sealed.get(i))).isEqualTo(WORDS);
    }
    Seal.Context first = contexts.get(0);
    assertThatThrownBy(() -> startedAnew().open(first, sealed.get(0)))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("deleted");
  }

  @Test
  void aKeyThatIsReadForARequestIsKnownInAllOfIt() {
    Seal.Context context = context("label");
    byte[] sealed = seal.seal(context, WORDS);
    Seal anew = startedAnew();

    byte[] twice =
        reads.together(
            () -> {
              anew.open(context, sealed);
              removeKeysElsewhere(context.owner());
              return anew.open(context, sealed);
            });

    assertThat(twice).isEqualTo(WORDS);
  }

  private void removeKeysElsewhere(UUID owner) {
    CompletableFuture.runAsync(() -> removeKeys(List.of(owner))).join();
  }

  @Test
  void whatIsSealedOpensForItsContextAlone() {
    Seal.Context note = context("note");
    byte[] sealed = seal.seal(note, WORDS);

    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("cough");
    assertThat(seal.open(note, sealed)).isEqualTo(WORDS);
    assertThat(seal.seal(note, WORDS)).as("another each time").isNotEqualTo(sealed);
    assertThatThrownBy(() -> seal.open(new Seal.Context(note.owner(), "transcript"), sealed))
        .isInstanceOf(ApiException.class);
    Seal.Context other = context("note");
    seal.seal(other, WORDS);
    assertThatThrownBy(() -> seal.open(other, sealed)).isInstanceOf(ApiException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open(note, sealed))
        .isInstanceOf(ApiException.class)
        .hasMessageContaining("backup");
  }

  @Test
  void aBlobIsReadAtAnyPlaceAndOneThatWasChangedIsNot(@TempDir Path folder) throws IOException {
    byte[] plain = new byte[3_000_003];
    new Random(7).nextBytes(plain);
    Seal.Context audio = context("audio");
    byte[] sealed = sealedBlob(audio, plain);
    assertThat(sealed.length - plain.length).isLessThan(plain.length / 100);

    try (SeekableByteChannel channel = opened(folder, audio, sealed)) {
      assertThat(channel.size()).isEqualTo(plain.length);
      for (int from : new int[] {0, 1, 4095, 4096, 1_234_567, plain.length - 1}) {
        ByteBuffer some = ByteBuffer.allocate(Math.min(5000, plain.length - from));
        channel.position(from);
        while (some.hasRemaining() && channel.read(some) >= 0) {}
        assertThat(some.array())
            .isEqualTo(java.util.Arrays.copyOfRange(plain, from, from + some.capacity()));
      }
      assertThat(channel.position(plain.length).read(ByteBuffer.allocate(1))).isEqualTo(-1);
    }
    assertThatThrownBy(() -> opened(folder, new Seal.Context(audio.owner(), "other"), sealed))
        .isInstanceOf(IOException.class);
    sealed[2_000_000] ^= 1;
    try (SeekableByteChannel channel = opened(folder, audio, sealed)) {
      assertThatThrownBy(() -> channel.position(1_990_000).read(ByteBuffer.allocate(100_000)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void aKeyThatIsDestroyedTakesAllThatItSealedWithIt(@TempDir Path folder) throws IOException {
    Seal.Context note = context("note");
    byte[] sealed = seal.seal(note, WORDS);
    byte[] blob = sealedBlob(note, WORDS);
    seal.forget(note.owner());

    assertThat(
            jdbc.sql("select count(*) from data_key where owner = ?")
                .param(note.owner())
                .query(Long.class)
                .single())
        .isZero();
    assertThatThrownBy(() -> seal.open(note, sealed)).hasMessageContaining("deleted");
    assertThatThrownBy(() -> opened(folder, note, blob)).hasMessageContaining("deleted");
    seal.seal(note, WORDS);
    assertThatThrownBy(() -> seal.open(note, sealed)).isInstanceOf(ApiException.class);
  }

  @Test
  void aKeyOfATransactionThatIsUndoneIsNeverUsed() {
    Seal.Context note = context("note");
    transactions.executeWithoutResult(
        transaction -> {
          byte[] sealed = seal.seal(note, WORDS);
          assertThat(seal.open(note, sealed)).isEqualTo(WORDS);
          transaction.setRollbackOnly();
        });
    byte[] sealed = seal.seal(note, WORDS);

    assertThat(
            jdbc.sql("select count(*) from data_key where owner = ?")
                .param(note.owner())
                .query(Long.class)
                .single())
        .isEqualTo(1);
    assertThat(seal.open(note, sealed)).isEqualTo(WORDS);
  }

  @Test
  void wordsOfAnIndexDifferByPersonAndAreNoPlainDigests() {
    UUID ann = Ids.next();

    assertThat(seal.term(ann, "cough")).hasSize(16).isEqualTo(seal.term(ann, "cough"));
    assertThat(seal.term(ann, "cough")).isNotEqualTo(seal.term(ann, "fever"));
    assertThat(seal.term(ann, "cough")).isNotEqualTo(seal.term(Ids.next(), "cough"));
  }
}
