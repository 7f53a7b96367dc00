package io.github.ambientgpt.api.note;

import io.github.ambientgpt.core.note.Coverage;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Reason;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What stands in a note, in one of its versions. Immutable.
 *
 * @param transcriptId what the evidence points into; absent when there is none
 * @param transcriptVersion in which of its versions
 * @param lastId the number of the last id that was given to a statement; none is given twice
 * @param signature who stands behind it; absent for a draft
 * @param amendment why it was changed after it had been signed; absent when it was not
 */
record NoteContent(
    String template,
    @Nullable UUID transcriptId,
    long transcriptVersion,
    List<NoteSection> sections,
    List<String> relevant,
    List<String> omitted,
    Writer writer,
    int lastId,
    @Nullable Signature signature,
    @Nullable Amendment amendment) {
  /** A heading and what stands under it. */
  record NoteSection(String title, List<NoteStatement> statements) {
    NoteSection {
      statements = List.copyOf(statements);
    }
  }

  /**
   * One claim of a note.
   *
   * @param id the same in all versions, as long as it is there
   * @param settled a person looked at it and stands behind it, whatever the checker found
   */
  record NoteStatement(
      String id,
      String topic,
      String text,
      Support support,
      List<ReasonGiven> reasons,
      List<Evidence> evidence,
      boolean settled) {
    Statement statement() {
      return new Statement(
          topic,
          text,
          support,
          reasons.stream().map(each -> new Reason(each.kind(), each.message())).toList(),
          evidence);
    }

    NoteStatement with(Statement other) {
      boolean same = text.equals(other.text());
      return of(id, other, settled && same);
    }

    NoteStatement withSettled(boolean other) {
      return new NoteStatement(id, topic, text, support, reasons, evidence, other);
    }

    NoteStatement withText(String otherTopic, String otherText) {
      boolean same = otherText.equals(text) && otherTopic.equals(topic);
      return new NoteStatement(
          id, otherTopic, otherText, support, reasons, evidence, settled && same);
    }

    static NoteStatement of(String id, Statement statement, boolean settled) {
      return new NoteStatement(
          id,
          statement.topic(),
          statement.text(),
          statement.support(),
          statement.reasons().stream()
              .map(reason -> new ReasonGiven(reason.kind(), reason.message()))
              .toList(),
          statement.evidence(),
          settled);
    }

    /** Without the words: clinical text has no place in a log. */
    @Override
    public String toString() {
      return "NoteStatement[" + id + ", " + support + "]";
    }
  }

  /** Why a statement is not simply supported. */
  record ReasonGiven(Reason.Kind kind, String message) {
    @Override
    public String toString() {
      return "ReasonGiven[" + kind + "]";
    }
  }

  /** Who wrote it: see {@link Generation}. */
  record Writer(
      String requested, String model, @Nullable String fallback, @Nullable String reason) {
    static Writer of(Generation generation) {
      return new Writer(
          generation.requested(),
          generation.model(),
          generation.fallback().orElse(null),
          generation.reason().orElse(null));
    }

    Generation generation() {
      return new Generation(
          requested,
          model,
          Optional.ofNullable(fallback),
          Optional.ofNullable(reason),
          Optional.empty());
    }
  }

  /** Who signed it, and when. */
  record Signature(UUID userId, String name, Instant at) {}

  /**
   * @param version the signed one that is amended
   */
  record Amendment(String reason, long version, Signature signed) {
    @Override
    public String toString() {
      return "Amendment[" + version + "]";
    }
  }

  NoteContent {
    sections = List.copyOf(sections);
    relevant = List.copyOf(relevant);
    omitted = List.copyOf(omitted);
  }

  /** What a writer wrote, with an id for each statement. */
  static NoteContent of(Note note, @Nullable UUID transcriptId, long transcriptVersion) {
    NoteContent empty =
        new NoteContent(
            note.template(),
            transcriptId,
            transcriptVersion,
            List.of(),
            note.coverage().relevant(),
            note.coverage().omitted(),
            Writer.of(note.generation()),
            0,
            null,
            null);
    return empty.withSections(note.sections());
  }

  private NoteContent withSections(List<Section> others) {
    Ids ids = new Ids(lastId);
    List<NoteSection> numbered = others.stream().map(ids::numbered).toList();
    return with(numbered, ids.last);
  }

  /** Numbers statements on. */
  static final class Ids {
    private int last;

    Ids(int last) {
      this.last = last;
    }

    String next() {
      return "s" + ++last;
    }

    NoteSection numbered(Section section) {
      return new NoteSection(
          section.title(),
          section.statements().stream()
              .map(statement -> NoteStatement.of(next(), statement, false))
              .toList());
    }

    int last() {
      return last;
    }
  }

  NoteContent with(List<NoteSection> others, int last) {
    return new NoteContent(
        template,
        transcriptId,
        transcriptVersion,
        others,
        relevant,
        omitted,
        writer,
        last,
        signature,
        amendment);
  }

  /** Tells of a section that not the one who was asked wrote it; the rest is whose it was. */
  NoteContent withSectionBy(Writer other, String section) {
    if (other.fallback() == null) {
      return this;
    }
    String reason =
        "%s was written by %s. %s".formatted(section, other.model(), other.reason()).strip();
    return new NoteContent(
        template,
        transcriptId,
        transcriptVersion,
        sections,
        relevant,
        omitted,
        new Writer(writer.requested(), writer.model(), other.fallback(), reason),
        lastId,
        signature,
        amendment);
  }

  /** Ids up to this one are taken. */
  NoteContent numberedTo(int last) {
    return with(sections, last);
  }

  NoteContent withSignature(Signature other) {
    return new NoteContent(
        template,
        transcriptId,
        transcriptVersion,
        sections,
        relevant,
        omitted,
        writer,
        lastId,
        other,
        amendment);
  }

  /** A draft again, for this reason. */
  NoteContent amended(Amendment other) {
    return new NoteContent(
        template,
        transcriptId,
        transcriptVersion,
        sections,
        relevant,
        omitted,
        writer,
        lastId,
        null,
        other);
  }

  /** Where it rests on from now on. */
  NoteContent withTranscript(UUID id, long version) {
    return new NoteContent(
        template, id, version, sections, relevant, omitted, writer, lastId, signature, amendment);
  }

  /** As core knows notes: sections and statements in the same order. */
  Note note() {
    return new Note(
        template,
        sections.stream()
            .map(
                section ->
                    new Section(
                        section.title(),
                        section.statements().stream().map(NoteStatement::statement).toList()))
            .toList(),
        new Coverage(relevant, omitted),
        writer.generation(),
        signature == null ? Note.Status.DRAFT : Note.Status.SIGNED);
  }

  /**
   * The same statements with what was found for them.
   *
   * @param checked with the same sections and statements in the same order
   */
  NoteContent checked(Note checked) {
    List<NoteSection> others = new ArrayList<>();
    for (int i = 0; i < sections.size(); i++) {
      List<Statement> found = checked.sections().get(i).statements();
      List<NoteStatement> statements = new ArrayList<>();
      for (int k = 0; k < found.size(); k++) {
        statements.add(sections.get(i).statements().get(k).with(found.get(k)));
      }
      others.add(new NoteSection(sections.get(i).title(), statements));
    }
    return new NoteContent(
        template,
        transcriptId,
        transcriptVersion,
        others,
        checked.coverage().relevant(),
        checked.coverage().omitted(),
        writer,
        lastId,
        signature,
        amendment);
  }

  Optional<NoteStatement> statement(String id) {
    return sections.stream()
        .flatMap(section -> section.statements().stream())
        .filter(statement -> statement.id().equals(id))
        .findFirst();
  }

  /** The section of this title, whatever its case. */
  Optional<NoteSection> section(String title) {
    return sections.stream()
        .filter(section -> section.title().equalsIgnoreCase(title.strip()))
        .findFirst();
  }

  NoteContent mapSections(UnaryOperator<NoteSection> change) {
    return with(sections.stream().map(change).toList(), lastId);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "NoteContent[" + template + ", " + sections.size() + " sections]";
  }
}
