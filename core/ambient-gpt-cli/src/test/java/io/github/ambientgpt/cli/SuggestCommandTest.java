package io.github.ambientgpt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SuggestCommandTest {
  private static final String VISIT =
      """
      Doctor: What brings you in today?
      Patient: I've had a bad cough for two weeks. I live alone.
      Doctor: Do you have diabetes?
      Patient: No. My mother has diabetes.
      Doctor: Some crackles in the left lung. I think you have pneumonia.
      Doctor: I'm going to prescribe amoxicillin 500 milligrams three times a day for 7 days.
      Doctor: See me again in two weeks.
      """;

  @TempDir Path folder;
  private Path visit;

  @BeforeEach
  void writeVisit() throws IOException {
    visit = Files.writeString(folder.resolve("visit.txt"), VISIT);
  }

  private CommandRun run(Object... args) {
    return CommandRun.at(folder).run(args);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "json"})
  void every_format_says_that_these_are_suggestions(String format) {
    CommandRun run = run("suggest", "--format", format, visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("SUGGESTIONS, not decided by anybody").endsWith("\n");
    assertThat(run.out()).contains("J18.9").contains("Z60.2").doesNotContain("E11");
  }

  @Test
  void json_has_kind_standing_source_grounds_and_remarks() {
    CommandRun run = run("suggest", "--kind", "icd-10-cm", "--format", "json", visit);
    JsonNode root = JsonMapper.shared().readTree(run.out());
    assertThat(root.at("/generation/model").asString()).isEqualTo("builtin");
    JsonNode first = root.at("/suggestions/0");
    assertThat(first.path("kind").asString()).isEqualTo("icd-10-cm");
    assertThat(first.path("code").asString()).isEqualTo("J18.9");
    assertThat(first.path("standing").asString()).isEqualTo("checked");
    assertThat(first.at("/source/by").asString()).isEqualTo("table");
    assertThat(first.at("/grounds/0/evidence/0").asString()).isEqualTo("u5");
    JsonNode span = first.at("/grounds/0/spans/0");
    String turn = VISIT.lines().toList().get(4).substring("Doctor: ".length());
    assertThat(turn.substring(span.path("begin").asInt(), span.path("end").asInt()))
        .isEqualTo("pneumonia");
    assertThat(first.path("remarks").size()).isPositive();
  }

  @Test
  void kinds_are_chosen() {
    CommandRun run =
        run("suggest", "--kind", "visit-level,social", "--patient", "established", visit);
    assertThat(run.out())
        .contains("Level of the visit", "9921", "Z60.2")
        .doesNotContain("J18.9", "9920", "payer looks for");
  }

  @Test
  void minutes_give_the_level_by_time() {
    assertThat(run("suggest", "--kind", "visit-level", "--minutes", "55", visit).out())
        .contains("99417", "55 minutes as given");
  }

  @Test
  void a_note_adds_what_the_transcript_supports() throws IOException {
    Path note = Files.writeString(folder.resolve("note.md"), "# Plan\n- Treat the gout.\n");
    CommandRun run = run("suggest", "--note", note, visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("J18.9").doesNotContain("M10");
  }

  @ParameterizedTest
  @CsvSource({
    "--kind, spells, 'none of icd-10-cm, visit-level'",
    "--minutes, 0, 1 to 1440",
    "--minutes, soon, soon",
    "--patient, maybe, maybe",
    "--format, docx, docx",
  })
  void a_wrong_option_is_refused(String option, String value, String reason) {
    CommandRun run = run("suggest", option, value, visit);
    assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run.err()).contains(reason);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void a_file_of_codes_that_is_none_is_refused_before_any_work() throws IOException {
    Path codes = Files.writeString(folder.resolve("codes.tsv"), "99213 no tab\n");
    CommandRun run = run("suggest", "--codes", codes, visit);
    assertThat(run.exitCode()).isEqualTo(ExitCode.INVALID_INPUT);
    assertThat(run.err()).contains("Line 1 of").contains("codes.tsv");
  }

  @Test
  void a_model_that_fails_is_said_and_the_rules_stay() {
    CommandRun run = run("suggest", "--llm", "mute", "--llm-model", "some", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("mute/some suggested nothing: It has no voice.", "J18.9");
  }

  @Test
  void an_input_is_never_written_over() throws IOException {
    CommandRun run = run("suggest", "-o", visit, visit);
    assertThat(run.exitCode()).isEqualTo(ExitCode.NO_OUTPUT);
    assertThat(visit).hasContent(VISIT);
  }

  @ParameterizedTest
  @CsvSource({
    "patient-summary, Patient Summary",
    "after-visit, After-Visit Instructions",
    "referral, Referral Letter",
  })
  void a_document_is_a_draft_in_markdown(String kind, String title) {
    CommandRun run = run("document", "--kind", kind, visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).startsWith("# " + title + "\n\n> **DRAFT, not signed.**");
    assertThat(run.out()).contains("amoxicillin 500 mg");
    assertThat(run.err()).contains("Reads at grade ");
  }

  @Test
  void a_document_goes_through_check_and_export() {
    Path letter = folder.resolve("letter.json");
    assertThat(
            run("document", "--kind", "referral", "--format", "json", "-o", letter, visit)
                .exitCode())
        .isZero();
    assertThat(run("check", "--transcript", visit, letter).exitCode()).isZero();
    assertThat(run("export", "--to", "html", "--transcript", visit, letter).out())
        .contains("Referral Letter", "DRAFT");
  }

  @Test
  void a_document_says_when_its_model_failed() {
    CommandRun run =
        run("document", "--kind", "referral", "--llm", "mute", "--llm-model", "some", visit);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Written by builtin instead of mute/some (It has no voice).");
  }

  @Test
  void a_document_needs_its_kind() {
    assertThat(run("document", visit).exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(run("document", "--kind", "novel", visit).err())
        .contains("'novel' is none of patient-summary, after-visit, referral.");
  }
}
