package io.github.ambientgpt.api.live;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a recording of what was spoken. */
@Component
class LiveEnding {
  private final LiveStore store;

  LiveEnding(LiveStore store) {
    this.store = store;
  }

  /**
   * @param captions which heard all of it; null when nobody did
   */
  LiveStore.State end(LiveStore.State state, String sha256, @Nullable Captions captions)
      throws IOException {
    return store.end(state, sha256);
  }
}
