package io.github.ambientgpt.api.key;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import io.github.ambientgpt.api.storage.OwnerOnly;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file with a master key, and with the master keys before it: a Tink keyset as JSON. */
final class KeyFile {
  private static final long LARGEST = 1 << 20;

  private final Path path;

  KeyFile(Path path) {
    this.path = path;
  }

  Path path() {
    return path;
  }

  boolean exists() {
    return Files.exists(path);
  }

  /**
   * The ids of its keys, read without Tink, which takes its time to load.
   *
   * @throws KeyFileException when it cannot be read or is none
   */
  Set<Long> ids() {
    try {
      Set<Long> ids = new HashSet<>();
      for (JsonNode key : JsonMapper.shared().readTree(text()).path("key")) {
        ids.add(key.path("keyId").asLong() & 0xFFFFFFFFL);
      }
      if (ids.isEmpty()) {
        throw unreadable();
      }
      return ids;
    } catch (JacksonException e) {
      throw unreadable();
    }
  }

  /**
   * @throws KeyFileException when it cannot be read or is none
   */
  KeysetHandle read() {
    try {
      return TinkJsonProtoKeysetFormat.parseKeyset(
          text(), Tink.wrapping(), InsecureSecretKeyAccess.get());
    } catch (GeneralSecurityException e) {
      throw unreadable();
    }
  }

  private String text() {
    try {
      if (Files.size(path) > LARGEST) {
        throw unreadable();
      }
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      throw new KeyFileException(
          "There is no key file at " + path + ".",
          "Put it there, or name another by ambient-gpt.keys.file.");
    } catch (IOException e) {
      throw new KeyFileException(
          "The key file " + path + " cannot be read (" + e.getClass().getSimpleName() + ").",
          "Let the user that runs the service read it.");
    }
  }

  private KeyFileException unreadable() {
    return new KeyFileException(
        "The file " + path + " holds no master key.",
        "Name the right one by ambient-gpt.keys.file, or put a copy that 'keys export' made in its place.");
  }

  /**
   * One that is not there yet, on the disk when this returns.
   *
   * @return false when somebody else made it meanwhile
   * @throws KeyFileException when that is not possible
   */
  boolean create(KeysetHandle keys) {
    Optional<Path> beside = writeBeside(keys);
    if (beside.isEmpty()) {
      return false;
    }
    try {
      Files.createLink(path, beside.get()); // never over one that is there
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException | UnsupportedOperationException e) {
      return moved(beside.get());
    } finally {
      deleted(beside.get());
    }
  }

  /** Where files have one name only. */
  private boolean moved(Path beside) {
    try {
      if (exists()) {
        return false;
      }
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** In the place of the one that is there; whole or not at all. */
  void replace(KeysetHandle keys) {
    Path beside = writeBeside(keys).orElseThrow();
    try {
      Files.move(beside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw unwritable(e);
    } finally {
      deleted(beside);
    }
  }

  private Optional<Path> writeBeside(KeysetHandle keys) {
    try {
      byte[] text =
          TinkJsonProtoKeysetFormat.serializeKeyset(
                  keys, Tink.wrapping(), InsecureSecretKeyAccess.get())
              .getBytes(StandardCharsets.UTF_8);
      if (!Files.isDirectory(path.getParent())) {
        Files.createDirectories(path.getParent());
        OwnerOnly.set(path.getParent());
      }
      Path beside = Files.createTempFile(path.getParent(), "unfinished", ".json");
      OwnerOnly.set(beside);
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        channel.write(ByteBuffer.wrap(text));
        channel.force(true);
      }
      return Optional.of(beside);
    } catch (IOException e) {
      throw unwritable(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // a keyset of ours
    }
  }

  private KeyFileException unwritable(IOException e) {
    return new KeyFileException(
        "The key file %s cannot be written (%s).".formatted(path, e.getClass().getSimpleName()),
        "Let the user that runs the service write there, or name a place by ambient-gpt.keys.file.");
  }

  private static void deleted(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }
}
