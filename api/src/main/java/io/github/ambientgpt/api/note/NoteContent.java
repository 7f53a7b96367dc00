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
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * Who drafted it: see {@link Generation}.
   *
   * @param anew who wrote sections anew since; absent when nobody did
   */
  record Writer(
      String requested,
      String model,
      @Nullable String fallback,
      @Nullable String reason,
      @Nullable List<SectionWriter> anew) {
    static Writer of(Generation generation) {
      return new Writer(
          generation.requested(),
          generation.model(),
          generation.fallback().orElse(null),
          generation.reason().orElse(null),
          null);
    }

    Generation generation() {
      return new Generation(
          requested,
          model,
          Optional.ofNullable(fallback),
          Optional.ofNullable(reason),
          Optional.empty());
    }

    /** With this writer of a section, or as it was drafted. */
    private Writer with(String section, Optional<SectionWriter> other) {
      List<SectionWriter> all = new ArrayList<>(anew == null ? List.of() : anew);
      all.removeIf(each -> each.section().equalsIgnoreCase(section));
      other.ifPresent(all::add);
      return new Writer(requested, model, fallback, reason, all.isEmpty() ? null : all);
    }

    private Optional<SectionWriter> of(String section) {
      return Stream.ofNullable(anew)
          .flatMap(List::stream)
          .filter(each -> each.section().equalsIgnoreCase(section))
          .findFirst();
    }

    /** A section that was written anew from one version to another is again whose it was before. */
    private Writer reverted(Writer from, Writer to) {
      Writer writer = this;
      for (Writer either : List.of(from, to)) {
        for (SectionWriter by : either.anew == null ? List.<SectionWriter>of() : either.anew) {
          Optional<SectionWriter> then = to.of(by.section());
          if (writer.of(by.section()).equals(then)) {
            writer = writer.with(by.section(), from.of(by.section()));
          }
        }
      }
      return writer;
    }
  }

  /** Who wrote one section anew. */
  record SectionWriter(
      String section, String model, @Nullable String fallback, @Nullable String reason) {
    private String told() {
      return "%s was written by %s. %s".formatted(section, model, reason).strip();
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

  /** Notes who wrote a section anew; the rest is whose it was. */
  NoteContent withSectionBy(Writer other, String section) {
    return withWriter(
        writer.with(
            section,
            Optional.of(
                new SectionWriter(section, other.model(), other.fallback(), other.reason()))));
  }

  /** Whose it is once what came from one version to another is taken back. */
  NoteContent withWritersReverted(NoteContent from, NoteContent to) {
    return withWriter(writer.reverted(from.writer, to.writer));
  }

  private NoteContent withWriter(Writer other) {
    return new NoteContent(
        template,
        transcriptId,
        transcriptVersion,
        sections,
        relevant,
        omitted,
        other,
        lastId,
        signature,
        amendment);
  }

  /** Who wrote what stands in it now: of what was written anew, nothing is told any more. */
  Writer wrote() {
    List<SectionWriter> anew = writer.anew();
    if (anew == null) {
      return writer;
    }
    boolean rest =
        sections.stream()
            .anyMatch(
                section ->
                    anew.stream().noneMatch(by -> by.section().equalsIgnoreCase(section.title())));
    List<SectionWriter> others = anew.stream().filter(by -> by.fallback() != null).toList();
    List<String> reasons =
        Stream.concat(
                Stream.ofNullable(rest ? writer.reason() : null),
                others.stream().map(SectionWriter::told))
            .toList();
    return new Writer(
        writer.requested(),
        rest
            ? writer.model()
            : anew.stream().map(SectionWriter::model).distinct().collect(Collectors.joining(", ")),
        Stream.concat(
                Stream.ofNullable(rest ? writer.fallback() : null),
                others.stream().map(SectionWriter::fallback))
            .findFirst()
            .orElse(null),
        reasons.isEmpty() ? null : String.join(" ", reasons),
        anew);
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
        wrote().generation(),
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
