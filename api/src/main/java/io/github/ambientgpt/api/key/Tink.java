package io.github.ambientgpt.api.key;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.prf.PrfConfig2026;
import com.google.crypto.tink.streamingaead.StreamingAeadConfig2026;

/**
 * What Tink can do with a kind of key, and no more: to load all that it knows takes a second. Even
 * these take their time, so nothing asks at start.
 */
final class Tink {
  static final String COLUMNS = "columns";
  static final String BLOBS = "blobs";

  private Tink() {}

  /** For keys that wrap others. */
  static Configuration wrapping() {
    return AeadConfig2026.get();
  }

  static Configuration of(String kind) {
    return switch (kind) {
      case COLUMNS -> AeadConfig2026.get();
      case BLOBS -> StreamingAeadConfig2026.get();
      default -> PrfConfig2026.get();
    };
  }
}
