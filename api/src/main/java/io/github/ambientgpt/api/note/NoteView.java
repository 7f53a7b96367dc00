package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import io.github.ambientgpt.core.note.Evidence;
import io.github.ambientgpt.core.transcript.Span;
import io.github.ambientgpt.core.transcript.Transcript;
import io.github.ambientgpt.core.transcript.Utterance;
import io.github.ambientgpt.core.transcript.Word;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The document of a visit, a draft until somebody signs it.
 *
 * @param transcriptId what it rests on; absent when that was deleted
 * @param transcriptVersion in which of its versions
 * @param signedBy who stands behind it; absent for a draft
 * @param amendment why it was changed after it had been signed; absent when it was not
 * @param version its ETag, without the quotes
 */
@Schema(name = "Note")
record NoteView(
    UUID id,
    UUID encounterId,
    @Nullable UUID transcriptId,
    long transcriptVersion,
    NoteState state,
    String template,
    List<SectionView> sections,
    CoverageView coverage,
    WriterView writer,
    @Nullable String signedBy,
    @Nullable Instant signedAt,
    @Nullable AmendmentView amendment,
    long version,
    Instant createdAt,
    Instant updatedAt) {
  /** A heading and what stands under it, in the order that it is read. */
  @Schema(name = "Section")
  record SectionView(String title, List<StatementView> statements) {
    static SectionView of(NoteContent.NoteSection section, @Nullable Transcript transcript) {
      return new SectionView(
          section.title(),
          section.statements().stream()
              .map(statement -> StatementView.of(statement, transcript))
              .toList());
    }
  }

  /**
   * One claim of a note.
   *
   * @param id the same in all versions of the note
   * @param topic what it is filed under within its section; empty for none
   * @param support supported: the visit says it; uncertain: it was not found; unsupported: the
   *     visit says otherwise, or nothing of it; unspoken: nobody says such a thing aloud
   * @param reasons why it is not simply supported
   * @param evidence the words it rests on, in the order they were said
   * @param settled a person looked at it and stands behind it, whatever the checker found
   */
  @Schema(name = "Statement")
  record StatementView(
      String id,
      String topic,
      String text,
      @Schema(allowableValues = {"supported", "uncertain", "unsupported", "unspoken"})
          String support,
      List<ReasonView> reasons,
      List<EvidenceView> evidence,
      boolean settled) {
    static StatementView of(NoteStatement statement, @Nullable Transcript transcript) {
      return new StatementView(
          statement.id(),
          statement.topic(),
          statement.text(),
          word(statement.support()),
          statement.reasons().stream()
              .map(r -> new ReasonView(word(r.kind()), r.message()))
              .toList(),
          statement.evidence().stream().map(e -> EvidenceView.of(e, transcript)).toList(),
          statement.settled());
    }
  }

  /**
   * Why a statement is not simply supported.
   *
   * @param kind what does not agree, such as number, dose or laterality
   */
  @Schema(name = "Reason")
  record ReasonView(String kind, String message) {}

  /**
   * Words of the transcript that a statement rests on.
   *
   * @param begin index of the first character in the utterance's text
   * @param end index after the last one
   * @param text these words; absent when the transcript was deleted
   * @param startSeconds when they are said; absent when the transcript has no times
   */
  @Schema(name = "Evidence")
  record EvidenceView(
      String utteranceId,
      int begin,
      int end,
      @Nullable String text,
      @Nullable Double startSeconds,
      @Nullable Double endSeconds) {
    static EvidenceView of(Evidence evidence, @Nullable Transcript transcript) {
      Optional<Utterance> said =
          transcript == null
              ? Optional.empty()
              : transcript
                  .utterance(evidence.utterance())
                  .filter(u -> evidence.end() <= u.text().length());
      Optional<Span> span = said.flatMap(u -> span(u, evidence));
      return new EvidenceView(
          evidence.utterance(),
          evidence.begin(),
          evidence.end(),
          said.map(u -> u.text().substring(evidence.begin(), evidence.end())).orElse(null),
          span.map(Span::start).orElse(null),
          span.map(Span::end).orElse(null));
    }

    /** From the first of its words to the last; without timed words, the turn's. */
    private static Optional<Span> span(Utterance utterance, Evidence evidence) {
      double start = Double.NaN;
      double end = Double.NaN;
      int from = 0;
      for (Word word : utterance.words()) {
        int at = utterance.text().indexOf(word.text(), from);
        if (at < 0) {
          continue;
        }
        from = at + word.text().length();
        if (at < evidence.end() && from > evidence.begin()) {
          start = Double.isNaN(start) ? word.span().start() : start;
          end = word.span().end();
        }
      }
      return Double.isNaN(start)
          ? utterance.span()
          : Optional.of(new Span(start, Math.max(start, end)));
    }
  }

  /**
   * What a note leaves out.
   *
   * @param share of the relevant turns that the note rests on, 0 to 1
   * @param relevant ids of the turns that a clinician would expect to find in a note
   * @param omitted those of them that no statement rests on
   */
  @Schema(name = "Coverage")
  record CoverageView(double share, List<String> relevant, List<String> omitted) {}

  /**
   * Who wrote it.
   *
   * @param requested the model that was asked for
   * @param model the one that wrote what stands in the note
   * @param fallback what was fallen back to; absent when the first way worked
   * @param reason why
   */
  @Schema(name = "Writer")
  record WriterView(
      String requested, String model, @Nullable String fallback, @Nullable String reason) {
    static WriterView of(NoteContent.Writer writer) {
      return new WriterView(writer.requested(), writer.model(), writer.fallback(), writer.reason());
    }

    NoteContent.Writer writer() {
      return new NoteContent.Writer(requested, model, fallback, reason, null);
    }
  }

  /**
   * Why a signed note was changed.
   *
   * @param version the signed one
   */
  @Schema(name = "Amendment")
  record AmendmentView(String reason, long version, String signedBy, Instant signedAt) {}

  /**
   * @param transcript in the version that the note rests on; null when it was deleted
   */
  static NoteView of(StoredNote stored, @Nullable Transcript transcript) {
    NoteContent content = stored.content();
    return new NoteView(
        stored.id(),
        stored.encounterId(),
        content.transcriptId(),
        content.transcriptVersion(),
        content.signature() == null ? NoteState.DRAFT : NoteState.SIGNED,
        content.template(),
        content.sections().stream().map(section -> SectionView.of(section, transcript)).toList(),
        new CoverageView(content.note().coverage().share(), content.relevant(), content.omitted()),
        WriterView.of(content.wrote()),
        content.signature() == null ? null : content.signature().name(),
        content.signature() == null ? null : content.signature().at(),
        content.amendment() == null
            ? null
            : new AmendmentView(
                content.amendment().reason(),
                content.amendment().version(),
                content.amendment().signed().name(),
                content.amendment().signed().at()),
        stored.version(),
        stored.createdAt(),
        stored.updatedAt());
  }

  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "Note[" + id + ", " + state + "]";
  }
}
