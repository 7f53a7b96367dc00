package io.github.ambientgpt.api.note;

import com.github.difflib.text.DiffRow;
import com.github.difflib.text.DiffRowGenerator;
import io.github.ambientgpt.api.note.NoteContent.NoteSection;
import io.github.ambientgpt.api.note.NoteContent.NoteStatement;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What changed between two versions of a note, statement by statement.
 *
 * @param changes in the order of the newer version; what was removed stands last
 */
record NoteDiff(long from, long to, List<Change> changes) {
  /**
   * One statement that is another.
   *
   * @param kind added, removed, changed or moved; what is changed may stand elsewhere, too
   * @param words of a changed one, in order
   */
  @Schema(name = "StatementDiff")
  record Change(
      @Schema(allowableValues = {"added", "removed", "changed", "moved"}) String kind,
      String statementId,
      @Nullable String sectionBefore,
      @Nullable String sectionAfter,
      @Nullable String before,
      @Nullable String after,
      List<Piece> words) {}

  /**
   * Words that are in both, or in one of them.
   *
   * @param kind same, removed or added
   */
  @Schema(name = "DiffPiece")
  record Piece(@Schema(allowableValues = {"same", "removed", "added"}) String kind, String text) {}

  private record Place(String section, String text) {}

  static NoteDiff of(StoredNote from, StoredNote to) {
    Map<String, Place> before = places(from.content());
    Map<String, Place> after = places(to.content());
    List<Change> changes = new ArrayList<>();
    after.forEach(
        (id, now) -> {
          Place then = before.get(id);
          if (then == null) {
            changes.add(new Change("added", id, null, now.section(), null, now.text(), List.of()));
          } else if (!then.equals(now)) {
            changes.add(changed(id, then, now));
          }
        });
    before.forEach(
        (id, then) -> {
          if (!after.containsKey(id)) {
            changes.add(
                new Change("removed", id, then.section(), null, then.text(), null, List.of()));
          }
        });
    return new NoteDiff(from.version(), to.version(), changes);
  }

  private static Map<String, Place> places(NoteContent content) {
    Map<String, Place> places = new LinkedHashMap<>();
    for (NoteSection section : content.sections()) {
      for (NoteStatement statement : section.statements()) {
        String text =
            statement.topic().isEmpty()
                ? statement.text()
                : statement.topic() + ": " + statement.text();
        places.put(statement.id(), new Place(section.title(), text));
      }
    }
    return places;
  }

  private static Change changed(String id, Place then, Place now) {
    boolean moved = then.text().equals(now.text());
    return new Change(
        moved ? "moved" : "changed",
        id,
        then.section(),
        now.section(),
        then.text(),
        now.text(),
        moved ? List.of() : pieces(then.text(), now.text()));
  }

  private static List<Piece> pieces(String then, String now) {
    List<Piece> pieces = new ArrayList<>();
    DiffRowGenerator rows = DiffRowGenerator.create().build();
    for (DiffRow row : rows.generateDiffRows(words(then), words(now))) {
      switch (row.getTag()) {
        case EQUAL -> add(pieces, "same", row.getOldLine());
        case DELETE -> add(pieces, "removed", row.getOldLine());
        case INSERT -> add(pieces, "added", row.getNewLine());
        default -> { // changed
          add(pieces, "removed", row.getOldLine());
          add(pieces, "added", row.getNewLine());
        }
      }
    }
    return pieces;
  }

  private static void add(List<Piece> pieces, String kind, String word) {
    if (word.isEmpty()) {
      return;
    }
    Piece last = pieces.isEmpty() ? null : pieces.get(pieces.size() - 1);
    if (last != null && last.kind().equals(kind)) {
      pieces.set(pieces.size() - 1, new Piece(kind, last.text() + " " + word));
    } else {
      pieces.add(new Piece(kind, word));
    }
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split("\\s+"));
  }

  /** Without the words: clinical text has no place in a log. */
  @Override
  public String toString() {
    return "NoteDiff[" + from + ", " + to + "]";
  }
}
