package io.github.ambientgpt.core.format;

import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Support;

/**
 * What every copy of a note says about itself.
 *
 * @since 0.1.0
 */
public final class Notice {
  static final String DRAFT = "DRAFT, not signed";
  static final String SIGNED = "Signed";

  /** What stands where evidence would, when there is none. */
  public static final String NO_EVIDENCE = "no evidence";

  private static final String WRITTEN_BY = "Written by ";

  private Notice() {}

  static String of(Note.Status status) {
    return status == Note.Status.DRAFT ? DRAFT : SIGNED;
  }

  /** True for the line that {@link #of} and {@link #origin} make, in either format. */
  static boolean is(String line) {
    String plain = line.replace("*", "").replaceFirst("^>\\s*", "");
    return (plain.startsWith(DRAFT) || plain.startsWith(SIGNED)) && plain.contains(WRITTEN_BY);
  }

  static String origin(Generation generation) {
    String why = generation.fallback().map(way -> instead(way, generation)).orElse("");
    boolean given = generation.model().equals(Generation.GIVEN.model());
    return WRITTEN_BY + (given ? "a person or another program" : generation.model()) + why + ".";
  }

  private static String instead(String way, Generation generation) {
    boolean another = way.equals(generation.model());
    return (another ? " instead of " + generation.requested() : ", " + way) + reason(generation);
  }

  private static String reason(Generation generation) {
    return generation
        .reason()
        .map(r -> r.strip().replaceAll("\\s+", " ").replaceFirst("[.]$", ""))
        .map(r -> " (" + r + ")")
        .orElse("");
  }

  /** What is said of a statement that is not simply supported. */
  static String of(Support support) {
    return switch (support) {
      case SUPPORTED -> "";
      case UNCERTAIN -> "uncertain";
      case UNSUPPORTED -> "UNSUPPORTED";
      case UNSPOKEN -> "not said aloud";
    };
  }
}
