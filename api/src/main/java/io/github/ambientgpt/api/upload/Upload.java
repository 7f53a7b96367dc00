package io.github.ambientgpt.api.upload;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is being sent.
 *
 * @param size of all of it, in bytes
 * @param received so many bytes are on disk
 * @param recordingId what it became; absent until all of it is here
 */
record Upload(UUID id, UUID encounterId, long size, long received, @Nullable UUID recordingId) {
  boolean whole() {
    return received == size;
  }
}
