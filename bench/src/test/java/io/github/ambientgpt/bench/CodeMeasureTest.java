package io.github.ambientgpt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.bench.CodeMeasure.SpokenProblem;
import io.github.ambientgpt.suggestion.Icd10Cm;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodeMeasureTest {
  @Test
  void everyProblemHasACategoryOfTheOfficialTableAndStandsOnce() {
    List<SpokenProblem> problems = SpokenProblem.all();

    assertThat(problems).hasSizeGreaterThanOrEqualTo(60);
    assertThat(problems).extracting(SpokenProblem::words).doesNotHaveDuplicates();
    assertThat(problems)
        .allSatisfy(p -> assertThat(Icd10Cm.official().code(p.category())).isPresent());
  }

  @Test
  void atLeastAThirdIsHeldOut() {
    List<SpokenProblem> problems = SpokenProblem.all();
    assertThat(problems.stream().filter(SpokenProblem::heldOut).count())
        .isBetween((long) problems.size() / 3, (long) problems.size() * 2 / 3);
  }

  @Test
  void theGateIsReached() {
    Report report = new Report();
    new CodeMeasure(report).measure();
    Gate gate =
        Gate.all().stream().filter(g -> g.figure().equals("codes.category")).findFirst().get();
    assertThat(gate.reached(report.figures())).as("%s", report.figures()).isTrue();
  }
}
