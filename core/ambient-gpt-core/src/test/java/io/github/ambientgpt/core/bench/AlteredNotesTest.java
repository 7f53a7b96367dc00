package io.github.ambientgpt.core.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.check.Checker;
import io.github.ambientgpt.core.note.Generation;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Section;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Notes of twenty training visits, every statement altered in every way that it can be. A statement
 * counts as caught, or as falsely alarmed at, when it is anything but supported.
 */
class AlteredNotesTest {
  private static final Pattern NUMBER = Pattern.compile("\\b\\d+(?:\\.\\d+)?\\b");

  private final Checker checker = new Checker();
  private final Random random = new Random(7);

  @Test
  void whatWasAlteredIsCaughtAndWhatIsTrueIsLeftAlone() throws IOException {
    Map<Alteration, int[]> caughtOf = new EnumMap<>(Alteration.class);
    int flagged = 0;
    int trueOnes = 0;
    for (Visit visit : TrainingVisits.read()) {
      Note note =
          NotePipeline.builtin()
              .write(visit.transcript(), Templates.builtin().get("SOAP"), Monitor.NONE);
      List<Statement> statements = note.statements().toList();
      trueOnes += statements.size();
      flagged += (int) statements.stream().filter(s -> s.support() != Support.SUPPORTED).count();
      count(visit, statements, caughtOf);
    }

    int altered = caughtOf.values().stream().mapToInt(count -> count[0]).sum();
    int caught = caughtOf.values().stream().mapToInt(count -> count[1]).sum();
    caughtOf.forEach((kind, n) -> System.out.printf("%-13s %4d of %4d caught%n", kind, n[1], n[0]));
    System.out.printf(
        "All: %.1f %% of %d caught; %.1f %% of %d true statements flagged%n",
        100.0 * caught / altered, altered, 100.0 * flagged / trueOnes, trueOnes);
    assertThat(caughtOf).containsOnlyKeys(Alteration.values());
    assertThat((double) caught / altered).isGreaterThanOrEqualTo(0.85);
    assertThat((double) flagged / trueOnes).isLessThanOrEqualTo(0.10);
    caughtOf.forEach(
        (kind, n) -> assertThat((double) n[1] / n[0]).as(kind.name()).isGreaterThanOrEqualTo(0.80));
  }

  private void count(Visit visit, List<Statement> statements, Map<Alteration, int[]> caughtOf) {
    List<String> numbers = new ArrayList<>();
    for (Statement statement : statements) {
      Matcher matcher = NUMBER.matcher(statement.text());
      while (matcher.find()) {
        numbers.add(matcher.group());
      }
    }
    List<Alteration> kinds = new ArrayList<>();
    List<Statement> altered = new ArrayList<>();
    for (Statement statement : statements) {
      for (Alteration kind : Alteration.values()) {
        kind.of(statement.text(), numbers, random)
            .ifPresent(
                text -> {
                  kinds.add(kind);
                  altered.add(Statement.unchecked(statement.topic(), text, statement.evidence()));
                });
      }
    }
    Note note = Note.draft("SOAP", List.of(new Section("All", altered)), Generation.GIVEN);
    List<Statement> checked = checker.check(note, visit.transcript()).statements().toList();
    for (int i = 0; i < checked.size(); i++) {
      int[] count = caughtOf.computeIfAbsent(kinds.get(i), kind -> new int[2]);
      count[0]++;
      count[1] += checked.get(i).support() == Support.SUPPORTED ? 0 : 1;
    }
  }
}
