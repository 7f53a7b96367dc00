package io.github.ambientgpt.api.note;

import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands between a note and its signature.
 *
 * @param signsAs the name that will stand under it
 * @param refused what has to be put right first
 * @param seen what has to be seen, and is by saying so
 */
record SignReview(String signsAs, List<Finding> refused, List<Finding> seen) {
  /**
   * One thing.
   *
   * @param code stable: signed, empty, unsupported, uncertain, omission, partial-transcript,
   *     fallback, no-transcript, preview-quality
   * @param statementId what it is about; absent when it is about the whole note
   * @param utteranceId of an omission
   */
  @Schema(name = "SignFinding")
  record Finding(
      String code, String message, @Nullable String statementId, @Nullable String utteranceId) {
    static Finding ofNote(String code, String message) {
      return new Finding(code, message, null, null);
    }
  }

  /**
   * @param partial whether the transcript ends before the recording does
   */
  static SignReview of(
      NoteContent content, String name, SigningProperties.Policy policy, boolean partial) {
    List<Finding> refused = new ArrayList<>();
    List<Finding> seen = new ArrayList<>();
    if (content.signature() != null) {
      refused.add(Finding.ofNote("signed", "The note is signed: amend it to change it."));
    }
    if (content.sections().stream().allMatch(section -> section.statements().isEmpty())) {
      refused.add(Finding.ofNote("empty", "The note has no statement."));
    }
    toSettle(content)
        .forEach(
            statement ->
                (policy == SigningProperties.Policy.STRICT ? refused : seen)
                    .add(
                        new Finding(
                            "unsupported",
                            "The visit does not say this: correct it, remove it, or settle it.",
                            statement.id(),
                            null)));
    statements(content)
        .filter(
            statement ->
                statement.support() == Support.UNCERTAIN
                    && !isUntrue(statement)
                    && !statement.settled())
        .forEach(
            statement ->
                seen.add(
                    new Finding(
                        "uncertain",
                        "The visit says something like this: look at it.",
                        statement.id(),
                        null)));
    content
        .omitted()
        .forEach(
            utterance ->
                seen.add(
                    new Finding("omission", "No statement rests on this turn.", null, utterance)));
    if (content.transcriptId() == null) {
      seen.add(
          Finding.ofNote(
              "no-transcript",
              "There is no transcript, so nothing was compared with what was said."));
    }
    if (partial) {
      seen.add(
          Finding.ofNote("partial-transcript", "The transcript ends before the recording does."));
    }
    if (content.wrote().fallback() != null) {
      seen.add(
          Finding.ofNote(
              "fallback", "It was not written as it was asked for: " + content.wrote().reason()));
    }
    return new SignReview(name, refused, seen);
  }

  /** Statements that the visit does not support and that nobody settled. */
  static Stream<NoteStatement> toSettle(NoteContent content) {
    return statements(content).filter(statement -> isUntrue(statement) && !statement.settled());
  }

  private static boolean isUntrue(NoteStatement statement) {
    return Statement.isUntrue(
        statement.support(), statement.reasons().stream().map(NoteContent.ReasonGiven::kind));
  }

  private static Stream<NoteStatement> statements(NoteContent content) {
    return content.sections().stream().flatMap(section -> section.statements().stream());
  }
}
