package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was read is of the visits that were chosen for it, and each judgement is one of the rules'.
 */
class NoteLabelsTest {
  private static List<List<String>> rows(String file) {
    List<List<String>> rows = new ArrayList<>();
    Table.read(NoteLabels.class, file, rows::add);
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"before", "after", "later"})
  void eachChosenNoteWasReadByTheRules(String when) {
    Set<String> chosen = new TreeSet<>();
    rows("note-visits.tsv").stream()
        .filter(row -> row.get(1).equals(when))
        .forEach(row -> chosen.add(row.get(0)));
    Set<String> read = new TreeSet<>();
    List<List<String>> labels = rows("note-labels-" + when + ".tsv");
    labels.forEach(row -> read.add(row.get(0)));

    assertThat(read).hasSize(12).isEqualTo(chosen);
    assertThat(labels)
        .allSatisfy(
            row ->
                assertThat(row.get(1))
                    .isIn(
                        "in order",
                        "wrong",
                        "misplaced",
                        "garbled",
                        "noise",
                        "repeated",
                        "left out"));
  }
}
