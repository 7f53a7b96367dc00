package io.github.ambientgpt.suggestion;

import io.github.ambientgpt.core.note.Evidence;
import java.util.List;
import java.util.Objects;

/**
 * Something that a visit suggests, for a person to take or leave.
 *
 * @param kind what sort of thing
 * @param code in its code system, such as {@code I10}; empty when it has none
 * @param text the code's official title or our own words; a model's words when a model suggests
 * @param standing how it came out of what could be checked
 * @param source where it is from
 * @param grounds why it is suggested, each with the words it rests on
 * @param remarks what was checked and what was not, in sentences for the reader
 * @since 0.1.0
 */
public record Suggestion(
    Kind kind,
    String code,
    String text,
    Standing standing,
    Source source,
    List<Ground> grounds,
    List<String> remarks) {
  /** What is suggested. */
  public enum Kind {
    /** A diagnosis code of the official table. */
    ICD_10_CM,
    /** The level of an office visit, by medical decision making and by time. */
    VISIT_LEVEL,
    /** A circumstance of life that bears on health: ICD-10-CM Z55 to Z65. */
    SOCIAL,
    /** A chronic condition beside the visit's problems. */
    COMORBIDITY,
    /** A diagnosis that would also explain the visit; only a language model suggests these. */
    ALTERNATIVE,
    /** What a payer looks for in the documentation. */
    PAYER,
    /** A procedure code, as a number; only a language model suggests these. */
    CPT,
    /** A SNOMED CT concept, as a number; only a language model suggests these. */
    SNOMED
  }

  /** How a suggestion came out of its checks. */
  public enum Standing {
    /** Everything that can be checked here agrees. */
    CHECKED,
    /** Nothing here can check it: its code system is licensed and not shipped. */
    UNCHECKED,
    /** Something does not agree; the remarks say what. */
    DOUBTFUL,
    /** It was looked for and not found. */
    MISSING
  }

  /**
   * Where a suggestion is from.
   *
   * @param by who made it
   * @param name of the table, rule or model
   */
  public record Source(By by, String name) {
    /** Who made a suggestion. */
    public enum By {
      TABLE,
      RULE,
      MODEL
    }

    public Source {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * A reason and where it was said.
   *
   * @param evidence empty when it rests on nothing that was said
   */
  public record Ground(String text, List<Evidence> evidence) {
    public Ground {
      Objects.requireNonNull(text, "text");
      evidence = List.copyOf(evidence);
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "Ground[" + evidence + "]";
    }
  }

  public Suggestion {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(standing, "standing");
    Objects.requireNonNull(source, "source");
    grounds = List.copyOf(grounds);
    remarks = List.copyOf(remarks);
  }

  /** All words that it rests on, each once, in the order of its grounds. */
  public List<Evidence> evidence() {
    return grounds.stream().flatMap(ground -> ground.evidence().stream()).distinct().toList();
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Suggestion[" + kind + ", " + standing + ", " + source + ", " + grounds.size() + "]";
  }
}
