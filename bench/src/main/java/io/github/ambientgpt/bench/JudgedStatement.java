package io.github.ambientgpt.bench;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * A statement of a model's note that somebody has held against what was said.
 *
 * @param visit its id
 * @param words the visit's words that decide; empty when there are none
 * @param reason in half a sentence; empty for most of what is true
 */
record JudgedStatement(
    String visit, String writer, Judgement judgement, String text, String words, String reason) {
  /** All of judgements.tsv, which says how they were chosen and judged. */
  static List<JudgedStatement> all() {
    List<JudgedStatement> judged = new ArrayList<>();
    Table.read(
        JudgedStatement.class,
        "judgements.tsv",
        row ->
            judged.add(
                new JudgedStatement(
                    row.get(0),
                    row.get(1),
                    Judgement.named(row.get(2)),
                    row.get(3),
                    row.get(4),
                    row.get(5))));
    return judged;
  }

  Key key() {
    return new Key(visit, writer, text);
  }

  /** What makes two statements the same one. */
  record Key(String visit, String writer, String text) {}
}
