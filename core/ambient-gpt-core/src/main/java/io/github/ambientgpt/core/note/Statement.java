package io.github.ambientgpt.core.note;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One claim of a note.
 *
 * @param topic what it is filed under within its section: a body system, a problem; empty for none
 * @param text never blank
 * @param support what the checker found
 * @param reasons why it is not simply supported; empty when it is
 * @param evidence the words it rests on, in the order they were said; empty when there are none
 * @since 0.1.0
 */
public record Statement(
    String topic, String text, Support support, List<Reason> reasons, List<Evidence> evidence) {
  public Statement {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(support, "support");
    if (text.isBlank()) {
      throw new IllegalArgumentException("A statement needs text");
    }
    reasons = List.copyOf(reasons);
    evidence = List.copyOf(evidence);
  }

  /** A statement that nobody has checked yet: unsupported until the checker says otherwise. */
  public static Statement unchecked(String topic, String text, List<Evidence> evidence) {
    return new Statement(topic, text, Support.UNSUPPORTED, List.of(), evidence);
  }

  public Statement withFinding(Support found, List<Reason> why, List<Evidence> where) {
    return new Statement(topic, text, found, why, where);
  }

  /** The ids of the utterances it rests on, each once. */
  public List<String> utterances() {
    return evidence.stream().map(Evidence::utterance).distinct().toList();
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return Stream.of(support.name(), reasons.toString(), utterances().toString())
        .collect(Collectors.joining(", ", "Statement[", "]"));
  }

  /** Whether the visit says otherwise, or never names a drug or an illness that this has. */
  public boolean isUntrue() {
    return isUntrue(support, reasons.stream().map(Reason::kind));
  }

  /** The same of a verdict that stands elsewhere. */
  public static boolean isUntrue(Support support, Stream<Reason.Kind> reasons) {
    return support == Support.UNSUPPORTED
        || support == Support.UNCERTAIN
            && reasons.anyMatch(kind -> kind == Reason.Kind.DRUG || kind == Reason.Kind.INVENTED);
  }
}
