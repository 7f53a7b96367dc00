package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.english.Table;
import io.github.ambientgpt.core.format.TranscriptReader;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import java.util.ArrayList;
import java.util.List;

/** A true and a false statement of the same few words, both written by hand. */
record Pair(String kind, String said, String right, String wrong) {
  static List<Pair> all() {
    List<Pair> pairs = new ArrayList<>();
    Table.read(
        Pair.class,
        "pairs.tsv",
        row ->
            pairs.add(
                new Pair(row.get(0), row.get(1).replace(" / ", "\n"), row.get(2), row.get(3))));
    return pairs;
  }

  /** What the checker says of the one and of the other. */
  Verdicts verdicts(Checker checker) {
    List<Statement> statements =
        List.of(
            Statement.unchecked("", right, List.of()), Statement.unchecked("", wrong, List.of()));
    Note note = Note.draft("SOAP", List.of(new Section("Note", statements)), Generation.GIVEN);
    List<Support> found =
        checker
            .check(note, TranscriptReader.parse(said, kind))
            .statements()
            .map(Statement::support)
            .toList();
    return new Verdicts(found.get(0), found.get(1));
  }

  /** Of the true and of the false statement. */
  record Verdicts(Support right, Support wrong) {
    boolean isTrueFound() {
      return right == Support.SUPPORTED;
    }

    boolean isFalseFlagged() {
      return Flagged.is(wrong);
    }
  }
}
