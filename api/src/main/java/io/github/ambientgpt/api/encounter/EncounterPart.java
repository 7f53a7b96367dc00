package io.github.ambientgpt.api.encounter;

import java.util.UUID;

/** Something of a visit that lies elsewhere than in the rows which go away with the visit's. */
public interface EncounterPart {
  /**
   * Called in the transaction that deletes the visit, before it does.
   *
   * @return what is to be done once it is deleted
   */
  Runnable deleting(UUID encounter);
}
