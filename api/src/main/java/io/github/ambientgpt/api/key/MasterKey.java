package io.github.ambientgpt.api.key;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.github.ambientgpt.api.problem.ApiException;
import io.github.ambientgpt.api.problem.ProblemType;
import io.github.ambientgpt.api.storage.StorageProperties;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps all others. Whether it is the one that this data needs is seen when the
 * service starts; it is loaded, and at first made, when something is sealed. For any thread.
 */
@Component
class MasterKey {
  private static final Logger log = LoggerFactory.getLogger(MasterKey.class);

  private final KeyFile file;
  private final JdbcClient jdbc;
  private @Nullable Loaded loaded;

  record Loaded(KeysetHandle keys, Aead aead) {
    long id() {
      return keys.getPrimary().getId() & 0xFFFFFFFFL;
    }
  }

  MasterKey(KeyProperties properties, StorageProperties storage, JdbcClient jdbc) {
    this.file = new KeyFile(properties.file());
    this.jdbc = jdbc;
    requireOutside(storage.folder());
    requireSealed();
    requireKey();
  }

  private void requireOutside(Path data) {
    if (file.path().startsWith(data)) {
      throw new KeyFileException(
          "The key file %s lies in the folder of the data that it protects.".formatted(file.path()),
          "Move it out, and name its place by ambient-gpt.keys.file.");
    }
  }

  /** Nothing is read that an earlier version wrote in clear. */
  private void requireSealed() {
    if (wrappedBy().isEmpty()
        && jdbc.sql("select count(*) from encounter").query(Long.class).single() > 0) {
      throw new KeyFileException(
          "This data was written before everything was encrypted, and is not read.",
          "Begin with an empty folder or database: ambient-gpt.storage.folder, ambient-gpt.storage.database.url.");
    }
  }

  private void requireKey() {
    Optional<Long> needed = wrappedBy();
    if (needed.isEmpty()) {
      return;
    }
    if (!file.exists()) {
      throw new KeyFileException(
          "The key of this data is not at %s, and without it nothing can be read."
              .formatted(file.path()),
          "Put it there, or name its place by ambient-gpt.keys.file.");
    }
    if (!file.ids().contains(needed.get())) {
      throw new KeyFileException(
          "The key at %s is not the one of this data.".formatted(file.path()),
          "Name the right file by ambient-gpt.keys.file, or add its key by 'keys import'.");
    }
  }

  private Optional<Long> wrappedBy() {
    return jdbc.sql("select master from data_key fetch first 1 rows only")
        .query(Long.class)
        .optional();
  }

  private synchronized Loaded loaded() {
    if (loaded == null) {
      try {
        if (!file.exists()
            && file.create(
                KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Tink.wrapping()))) {
          log.warn(
              "The key of this data is {}: keep a copy of it elsewhere, since without it nothing can be read",
              file.path());
        }
        loaded = of(file.read());
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e); // every Java has these ciphers
      }
    }
    return loaded;
  }

  private static Loaded of(KeysetHandle keys) throws GeneralSecurityException {
    return new Loaded(keys, keys.getPrimitive(Tink.wrapping(), Aead.class));
  }

  /**
   * A key that was wrapped.
   *
   * @param master the id of the key that did
   */
  record Wrapped(long master, byte[] keyset) {}

  /**
   * @param name what it is the key of: it opens under no other name
   * @param tink of the wrapped keys
   */
  Wrapped wrap(KeysetHandle keys, String name, Configuration tink) {
    Loaded now = loaded();
    try {
      return new Wrapped(
          now.id(),
          TinkProtoKeysetFormat.serializeEncryptedKeyset(
              keys, now.aead(), name.getBytes(StandardCharsets.UTF_8), tink));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // sealing does not fail
    }
  }

  KeysetHandle unwrap(Wrapped wrapped, String name, Configuration tink) {
    try {
      return unwrap(loaded(), wrapped, name, tink);
    } catch (GeneralSecurityException e) {
      try {
        return unwrap(reload(), wrapped, name, tink); // another process may have rotated it
      } catch (GeneralSecurityException again) {
        throw new ApiException(
            ProblemType.STORAGE_FAILED,
            "What is kept cannot be opened with the key that this service has: was it changed, or restored from elsewhere?");
      }
    }
  }

  private static KeysetHandle unwrap(
      Loaded master, Wrapped wrapped, String name, Configuration tink)
      throws GeneralSecurityException {
    return TinkProtoKeysetFormat.parseEncryptedKeyset(
        wrapped.keyset(), master.aead(), name.getBytes(StandardCharsets.UTF_8), tink);
  }

  /** Somebody else may have written the file. */
  synchronized Loaded reload() {
    loaded = null;
    return loaded();
  }

  /** The id of the key that wraps now. */
  long id() {
    return loaded().id();
  }

  Path path() {
    return file.path();
  }

  /** From now on a new one wraps; those before still open. */
  synchronized void renew() {
    try {
      change(
          KeysetHandle.newBuilder(loaded().keys())
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .setConfiguration(Tink.wrapping())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has these ciphers
    }
  }

  /** Only the one that wraps now is left. */
  synchronized void retire() {
    try {
      KeysetHandle keys = loaded().keys();
      change(
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.importKey(keys.getPrimary().getKey())
                      .withFixedId(keys.getPrimary().getId())
                      .makePrimary())
              .setConfiguration(Tink.wrapping())
              .build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Adds those of another file; when there are none here yet, they are the ones of this data.
   *
   * @return how many were added
   */
  static int add(KeyFile here, KeyFile from) {
    try {
      KeysetHandle keys = from.read();
      if (!here.exists() && here.create(keys)) {
        return keys.size();
      }
      Set<Long> known = here.ids();
      KeysetHandle.Builder both = KeysetHandle.newBuilder(here.read());
      int added = 0;
      for (int i = 0; i < keys.size(); i++) {
        KeysetHandle.Entry entry = keys.getAt(i);
        if (!known.contains(entry.getId() & 0xFFFFFFFFL)) {
          both.addEntry(KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()));
          added++;
        }
      }
      if (added > 0) {
        here.replace(both.setConfiguration(Tink.wrapping()).build());
      }
      return added;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // keys of ours
    }
  }

  private void change(KeysetHandle keys) throws GeneralSecurityException {
    file.replace(keys);
    loaded = of(keys);
  }

  /** A copy, for its owner only. */
  void copyTo(Path target) {
    if (!new KeyFile(target).create(loaded().keys())) {
      throw new KeyFileException("There is a file at " + target + ".", "Name another.");
    }
  }
}
