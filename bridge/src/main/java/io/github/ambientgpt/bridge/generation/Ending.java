package io.github.ambientgpt.bridge.generation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Why an answer ends where it does. */
public enum Ending {
  /** The model had said all. */
  @JsonProperty("complete")
  COMPLETE,
  /** There was no room for more: {@code maxTokens}, or the context. */
  @JsonProperty("length")
  LENGTH
}
