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
 * @param origin where in the visit it comes from
 */
record Fact(
    Content content,
    String topic,
    String text,
    double weight,
    List<Evidence> evidence,
    Origin origin) {
  /** The weight of what the rules would leave out and the model may keep. */
  static final double UNDECIDED = 0;

  Fact {
    evidence = List.copyOf(evidence);
  }

  /** The same as another kind of content; a topic is of one kind only. */
  Fact with(Content other) {
    boolean problem = isOfProblem(content) && isOfProblem(other);
    return new Fact(
        other, other == content || problem ? topic : "", text, weight, evidence, origin);
  }

  Fact with(double other) {
    return new Fact(content, topic, text, other, evidence, origin);
  }

  Fact with(String topic, String text, List<Evidence> evidence) {
    return new Fact(content, topic, text, weight, evidence, origin);
  }

  Fact named(WrittenNames names) {
    return new Fact(content, names.in(topic), names.in(text), weight, evidence, origin);
  }

  private static boolean isOfProblem(Content content) {
    return content == Content.ASSESSMENT || content == Content.PLAN;
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Fact[" + content + "]";
  }
}
