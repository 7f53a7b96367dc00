package io.github.ambientgpt.core.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.english.Table;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TablesTest {
  static Stream<String> tables() throws IOException {
    try (Stream<Path> files = Files.list(folder())) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream()
          .filter(name -> name.contains(".tsv"));
    }
  }

  static Stream<String> derived() throws IOException {
    return tables().filter(name -> name.endsWith(".gz"));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyRowOfATableHasAsManyColumns(String table) {
    List<Integer> widths = new ArrayList<>();
    Table.read(Vocabulary.class, table, row -> widths.add(row.size()));

    assertThat(widths).isNotEmpty().containsOnly(widths.get(0));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noTermIsBlankOrHasBlanksAround(String table) {
    Table.read(
        Vocabulary.class,
        table,
        row ->
            assertThat(row)
                .as("%s", row)
                .flatExtracting(Table::alternatives)
                .allSatisfy(term -> assertThat(term).isNotEmpty().isEqualTo(term.strip())));
  }

  @ParameterizedTest
  @MethodSource("derived")
  void theNoticeNamesEveryTableThatIsTakenFromASource(String table) throws IOException {
    Path classes = folder().resolve("../../../../..").normalize();

    assertThat(classes.resolve("META-INF/NOTICE")).content().contains(table);
  }

  @Test
  void noConceptIsANarrowerOneOfItsOwn() {
    Vocabulary vocabulary = Vocabulary.english();
    Table.read(
        Vocabulary.class,
        "broader.tsv",
        row -> {
          Concept broad = vocabulary.concept(row.get(0)).orElseThrow();
          assertThat(Table.alternatives(row.get(1)))
              .extracting(term -> vocabulary.concept(term).orElseThrow())
              .allSatisfy(narrow -> assertThat(vocabulary.isA(narrow, broad)).isTrue())
              .noneSatisfy(narrow -> assertThat(vocabulary.isA(broad, narrow)).isTrue());
        });
  }

  private static Path folder() {
    try {
      return Path.of(Vocabulary.class.getResource("not-clinical.tsv").toURI()).getParent();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
