package io.github.ambientgpt.api.key;

import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.config.TinkConfig2026;

/** The primitives of Tink that are used. Loading them takes a second, so nothing asks at start. */
final class Tink {
  static final Configuration CONFIGURATION = TinkConfig2026.get();

  private Tink() {}
}
