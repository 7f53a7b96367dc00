package io.github.ambientgpt.core.compose;

import io.github.ambientgpt.core.note.Content;
import io.github.ambientgpt.core.note.Evidence;
import java.util.List;

/**
 * One thing worth noting, in the third person.
 *
 * @param content what kind of thing
 * @param topic the body system or problem it belongs to; empty for none
 * @param text a sentence
 * @param weight how much a reader would miss it, 0 to 1
 * @param evidence where it was said
 */
record Fact(Content content, String topic, String text, double weight, List<Evidence> evidence) {
  Fact {
    evidence = List.copyOf(evidence);
  }
}
