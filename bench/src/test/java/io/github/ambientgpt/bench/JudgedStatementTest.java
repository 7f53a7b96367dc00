package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JudgedStatementTest {
  private static final List<JudgedStatement> JUDGED = JudgedStatement.all();

  @Test
  void noStatementIsJudgedTwice() {
    assertThat(JUDGED).extracting(JudgedStatement::key).doesNotHaveDuplicates();
  }

  @Test
  void whatIsContradictedIsContradictedByWords() {
    assertThat(JUDGED)
        .filteredOn(statement -> statement.judgement() == Judgement.CONTRADICTED)
        .isNotEmpty()
        .allSatisfy(statement -> assertThat(statement.words()).isNotBlank());
  }

  @Test
  void whatIsNotTrueHasAReason() {
    assertThat(JUDGED)
        .filteredOn(statement -> statement.judgement() != Judgement.TRUE)
        .allSatisfy(statement -> assertThat(statement.reason()).isNotBlank());
  }

  @Test
  void everyWriterAndAtLeastThirtyVisitsAreJudged() {
    assertThat(of(JudgedStatement::writer)).hasSize(4);
    assertThat(of(JudgedStatement::visit)).hasSizeGreaterThanOrEqualTo(30);
  }

  private static Stream<String> of(java.util.function.Function<JudgedStatement, String> property) {
    return JUDGED.stream().map(property).distinct();
  }
}
