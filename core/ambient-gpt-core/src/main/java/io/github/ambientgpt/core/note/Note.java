package io.github.ambientgpt.core.note;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The document of a visit, a draft until somebody signs it.
 *
 * @param template the name of its shape
 * @param sections in the order they are read
 * @param coverage what it leaves out
 * @param generation who wrote it
 * @param status whether a clinician stands behind it
 * @since 0.1.0
 */
public record Note(
    String template,
    List<Section> sections,
    Coverage coverage,
    Generation generation,
    Status status) {
  /** Whether a clinician stands behind it. */
  public enum Status {
    DRAFT,
    SIGNED
  }

  public Note {
    Objects.requireNonNull(template, "template");
    Objects.requireNonNull(coverage, "coverage");
    Objects.requireNonNull(generation, "generation");
    Objects.requireNonNull(status, "status");
    sections = List.copyOf(sections);
  }

  /** A draft that nobody has checked yet. */
  public static Note draft(String template, List<Section> sections, Generation generation) {
    return new Note(template, sections, Coverage.UNKNOWN, generation, Status.DRAFT);
  }

  public Stream<Statement> statements() {
    return sections.stream().flatMap(section -> section.statements().stream());
  }

  /** The same note with each statement changed. */
  public Note mapStatements(UnaryOperator<Statement> change) {
    List<Section> changed =
        sections.stream()
            .map(s -> s.withStatements(s.statements().stream().map(change).toList()))
            .toList();
    return new Note(template, changed, coverage, generation, status);
  }

  public Note withCoverage(Coverage found) {
    return new Note(template, sections, found, generation, status);
  }

  public Note withGeneration(Generation other) {
    return new Note(template, sections, coverage, other, status);
  }
}
