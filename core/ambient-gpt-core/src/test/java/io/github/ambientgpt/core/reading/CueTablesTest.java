package io.github.ambientgpt.core.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.english.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CueTablesTest {
  @ParameterizedTest
  @CsvSource({"cues.tsv, 3", "words.tsv, 1"})
  void rowsAndTheirPhrasesAreSortedAndStandOnce(String table, int keys) {
    List<String> rows = new ArrayList<>();
    Table.read(
        Cues.class,
        table,
        row -> {
          rows.add(String.join("\t", row.subList(0, keys)));
          assertThat(Table.alternatives(row.get(keys))).as("%s", row.get(0)).isSorted();
          assertThat(Table.alternatives(row.get(keys)))
              .as("%s", row.get(0))
              .doesNotHaveDuplicates();
        });

    assertThat(rows).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aPhraseHasOneRowOfASenseAndDirection() {
    List<String> phrases = new ArrayList<>();
    Table.read(
        Cues.class,
        "cues.tsv",
        row ->
            Table.alternatives(row.get(3))
                .forEach(phrase -> phrases.add(row.get(0) + row.get(1) + phrase)));

    assertThat(phrases).doesNotHaveDuplicates();
  }

  @Test
  void everyClassOfWordsHasSome() {
    List<WordClass> classes = new ArrayList<>();
    Table.read(Cues.class, "words.tsv", row -> classes.add(WordClass.valueOf(row.get(0))));

    assertThat(classes).containsExactlyInAnyOrderElementsOf(Arrays.asList(WordClass.values()));
  }
}
