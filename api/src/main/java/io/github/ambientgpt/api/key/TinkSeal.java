package io.github.ambientgpt.api.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfSet;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.Seal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Seals by AES-256-GCM under keys of each owner: columns whole, blobs in segments of 4 KB, so that
 * any range of hours of audio is opened without the rest. Words are HMAC-SHA256: an index of them
 * shows which are equal and how often, and nothing else.
 */
@Component
class TinkSeal implements Seal {
  /** Whose keys the installation's are. */
  private static final UUID INSTALLATION = new UUID(0, 0);

  private static final int TERM_BYTES = 16;
  private static final int DIGEST_BYTES = 32;

  private final DataKeys keys;

  TinkSeal(DataKeys keys) {
    this.keys = keys;
  }

  /** Loads what takes time, while nobody waits for it. */
  @EventListener(ApplicationReadyEvent.class)
  void prepare() {
    Thread thread = new Thread(() -> digest("start", new byte[0]), "seal-start");
    thread.setDaemon(true);
    thread.start();
  }

  private <P> P primitive(UUID owner, String kind, Parameters parameters, Class<P> type)
      throws GeneralSecurityException {
    return keys.get(owner, kind, parameters).primitive(type);
  }

  private Aead columns(UUID owner) throws GeneralSecurityException {
    return primitive(owner, Tink.COLUMNS, PredefinedAeadParameters.AES256_GCM, Aead.class);
  }

  private StreamingAead blobs(UUID owner) throws GeneralSecurityException {
    return primitive(
        owner,
        Tink.BLOBS,
        PredefinedStreamingAeadParameters.AES256_GCM_HKDF_4KB,
        StreamingAead.class);
  }

  private static byte[] name(Context context) {
    return (context.owner() + "/" + context.kind()).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] seal(Context context, byte[] plain) {
    try {
      return columns(context.owner()).encrypt(plain, name(context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // sealing does not fail
    }
  }

  @Override
  public byte[] open(Context context, byte[] sealed) {
    try {
      return known(context, Tink.COLUMNS).primitive(Aead.class).decrypt(sealed, name(context));
    } catch (GeneralSecurityException e) {
      throw broken();
    }
  }

  /** To open makes no key: one that is not there was destroyed, with all that it sealed. */
  private DataKey known(Context context, String kind) {
    return keys.find(context.owner(), kind)
        .orElseThrow(
            () -> new ApiException(ProblemType.NOT_FOUND, "It was deleted, and its key with it."));
  }

  @Override
  public void expect(Collection<UUID> owners) {
    keys.load(owners, Tink.COLUMNS);
  }

  private static ApiException broken() {
    return new ApiException(
        ProblemType.STORAGE_FAILED,
        "What is kept is not what was kept: it was changed or moved. Restore it from a backup.");
  }

  @Override
  public OutputStream sealing(Context context, OutputStream sealed) throws IOException {
    try {
      return blobs(context.owner()).newEncryptingStream(sealed, name(context));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public SeekableByteChannel opening(Context context, SeekableByteChannel sealed)
      throws IOException {
    boolean opened = false;
    try {
      SeekableByteChannel plain =
          known(context, Tink.BLOBS)
              .primitive(StreamingAead.class)
              .newSeekableDecryptingChannel(sealed, name(context));
      // It knows its size only once something was read; and what was changed is refused at once.
      plain.read(ByteBuffer.allocate(1));
      plain.position(0);
      opened = true;
      return plain;
    } catch (GeneralSecurityException e) {
      throw broken();
    } finally {
      if (!opened) {
        sealed.close();
      }
    }
  }

  private byte[] prf(String kind, byte[] input, int bytes) {
    try {
      return primitive(INSTALLATION, kind, PredefinedPrfParameters.HMAC_SHA256_PRF, PrfSet.class)
          .computePrimary(input, bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public byte[] term(UUID person, String word) {
    byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
    return prf(
        "index",
        ByteBuffer.allocate(16 + bytes.length)
            .putLong(person.getMostSignificantBits())
            .putLong(person.getLeastSignificantBits())
            .put(bytes)
            .array(),
        TERM_BYTES);
  }

  @Override
  public byte[] digest(String purpose, byte[] content) {
    byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
    return prf(
        "digest",
        ByteBuffer.allocate(4 + name.length + content.length)
            .putInt(name.length)
            .put(name)
            .put(content)
            .array(),
        DIGEST_BYTES);
  }

  @Override
  public void forget(UUID owner) {
    keys.destroy(owner);
  }
}
