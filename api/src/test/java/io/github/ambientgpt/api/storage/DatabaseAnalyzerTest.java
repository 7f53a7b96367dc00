package io.github.ambientgpt.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

class DatabaseAnalyzerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          jdbc:postgresql://db:5432/notes                       | db:5432/notes.
          jdbc:postgresql://db/notes?user=me&password=s3cret    | db/notes.
          jdbc:postgresql://me:s3cret@db:5432/notes             | db:5432/notes.
          jdbc:postgresql://me:s3cret@one:1,two:2/notes?ssl=true | one:1,two:2/notes.
          jdbc:postgresql:notes?password=s3cret                 | ambient-gpt.storage.database.url
          """)
  void saysWhereItIsAndNoPassword(String url, String where) {
    MockEnvironment environment =
        new MockEnvironment().withProperty("ambient-gpt.storage.database.url", url);
    SQLException away = new SQLException("away", "08001");

    String said = new DatabaseAnalyzer(environment).analyze(away, away).getDescription();

    assertThat(said).contains(where).doesNotContain("s3cret");
  }
}
