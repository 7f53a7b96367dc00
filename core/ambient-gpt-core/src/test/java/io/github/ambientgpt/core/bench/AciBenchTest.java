package io.github.ambientgpt.core.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ambientgpt.core.contract.Part;
import io.github.ambientgpt.core.note.Note;
import io.github.ambientgpt.core.note.Statement;
import io.github.ambientgpt.core.note.Support;
import io.github.ambientgpt.core.pipeline.NotePipeline;
import io.github.ambientgpt.core.progress.Monitor;
import io.github.ambientgpt.core.template.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The built-in composer on visits that it was not written from. */
class AciBenchTest {
  @Test
  void notesOfTheValidationSplitSayMuchOfWhatPeopleWrote() throws IOException {
    Path csv =
        Path.of(System.getProperty("project.root"), "..", "shared", "data", "aci-bench-valid.csv");
    Part.require(
        "ACI-BENCH's validation split",
        Files.exists(csv),
        "Get valid.csv of https://github.com/wyim/aci-bench (CC BY 4.0) and put it at "
            + csv.normalize()
            + ".");
    List<Visit> visits;
    try (var reader = Files.newBufferedReader(csv)) {
      visits = Visit.read(reader);
    }

    double mean =
        visits.stream()
            .mapToDouble(visit -> Rouge.f1(text(note(visit)), visit.reference(), 1))
            .average()
            .orElseThrow();

    System.out.printf("ROUGE-1 on ACI-BENCH valid, %d visits: %.1f%n", visits.size(), mean);
    assertThat(visits).hasSize(20);
    assertThat(mean).isGreaterThan(42);
  }

  @Test
  void nearlyAllThatIsComposedIsSupported() throws IOException {
    List<Visit> visits = TrainingVisits.read();

    List<Statement> statements = visits.stream().flatMap(v -> note(v).statements()).toList();
    long supported = statements.stream().filter(s -> s.support() == Support.SUPPORTED).count();

    assertThat(statements).hasSizeGreaterThan(400);
    assertThat((double) supported / statements.size()).isGreaterThan(0.97);
  }

  private static Note note(Visit visit) {
    return NotePipeline.builtin()
        .write(visit.transcript(), Templates.builtin().get("SOAP"), Monitor.NONE);
  }

  /** The note's words alone, as the references are. */
  private static String text(Note note) {
    StringBuilder text = new StringBuilder();
    note.sections()
        .forEach(
            section -> {
              text.append(section.title()).append('\n');
              String topic = "";
              for (Statement statement : section.statements()) {
                if (!statement.topic().equals(topic)) {
                  topic = statement.topic();
                  text.append(topic).append('\n');
                }
                text.append(statement.text()).append('\n');
              }
            });
    return text.toString();
  }
}
