package io.github.ambientgpt.core.note;

import java.util.Objects;

/**
 * Words of the transcript that a statement rests on.
 *
 * @param utterance the utterance's id
 * @param begin index of the first character in the utterance's text
 * @param end index after the last one
 * @since 0.1.0
 */
public record Evidence(String utterance, int begin, int end) {
  public Evidence {
    Objects.requireNonNull(utterance, "utterance");
    if (!(0 <= begin && begin < end)) {
      throw new IllegalArgumentException(
          "Evidence needs 0 <= begin < end, but is " + begin + " to " + end);
    }
  }
}
